package dev.portcullis.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys are published, sign, and go; nodes on one database verify each other's tokens. */
@OnBothDatabases
class SigningKeyRotationTest {

  private final PortcullisServer server;
  private final SigningKeyRows rows;

  SigningKeyRotationTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.rows = server.bean(SigningKeyRows.class);
  }

  /** Another node, whose clock says this. */
  private SigningKeys node(Instant now) {
    return new SigningKeys(rows, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String keyId(SigningKeys keys, Instant now) {
    return keys.signing(now).getKeyID();
  }

  @Test
  void anAskedForKeyIsPublishedBeforeItSigns() {
    HttpCaller operator = server.operator();
    Instant now = Instant.now();
    String before = keyId(node(now), now);
    var reply = operator.post("/v1/signing-keys/rotate", "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    String next = reply.at("/signingKeys/0/keyId");
    assertThat(server.anybody().get("/.well-known/jwks.json").text()).contains(next, before);
    Instant later = Instant.now().plus(SigningKeyRotation.ASKED_LEAD).plusSeconds(1);
    assertThat(keyId(node(now), now)).isEqualTo(before);
    assertThat(keyId(node(later), later)).isEqualTo(next);
    // What was issued before is signed as it was, and both are accepted.
    assertThat(keyId(node(later), now)).isEqualTo(before);
    assertThat(node(later).accepted(before)).isPresent();
    Instant over = later.plus(AccessTokens.LIFETIME).plus(Duration.ofHours(1));
    assertThat(node(over).accepted(before)).isEmpty();
    var again = operator.post("/v1/signing-keys/rotate", "");
    assertThat(again.at("/signingKeys/0/keyId")).as(again.text()).isEqualTo(next);
    assertThat(operator.get("/v1/organizations").status()).isEqualTo(200);
  }

  @Test
  void aLeakedKeyIsWithdrawnAtOnce() {
    SigningKeys other = node(Instant.now());
    HttpCaller operator = server.operator();
    assertThat(operator.post("/v1/signing-keys/rotate?immediately=true", "").status())
        .isEqualTo(200);
    Instant now = Instant.now();
    String next = rows.all().getFirst().key().getKeyID();
    assertThat(rows.all()).hasSize(1);
    // A node that meets the key before it knew of it reads the table.
    assertThat(other.accepted(next)).isPresent();
    assertThat(node(now).publicKeys().getKeys()).hasSize(1);
    assertThat(server.operator().get("/v1/organizations").status()).isEqualTo(200);
  }

  @Test
  void unknownKeyIdsMakeANodeLookAFewTimesOnly() {
    SigningKeys keys = node(Instant.now());
    try (var count = server.countStatements()) {
      for (int i = 0; i < 100; i++) {
        assertThat(keys.accepted("nothing-" + i)).isEmpty();
      }
      assertThat(count.all()).hasSizeLessThan(20);
    }
  }

  @Test
  void theScheduleBringsTheNextKeyInTime() {
    SigningKey newest = rows.all().getFirst();
    Instant due = newest.signsFrom().plus(Duration.ofDays(90));
    follow(due.minus(SigningKeyRotation.SCHEDULED_LEAD).minusSeconds(60));
    assertThat(rows.all().getFirst().generation()).isEqualTo(newest.generation());
    follow(due.minus(SigningKeyRotation.SCHEDULED_LEAD));
    SigningKey next = rows.all().getFirst();
    assertThat(next.generation()).isEqualTo(newest.generation() + 1);
    assertThat(next.signsFrom()).isEqualTo(due);
    follow(due);
    assertThat(rows.all().getFirst().generation()).isEqualTo(next.generation());
    follow(due.plus(AccessTokens.LIFETIME).plus(Duration.ofHours(2)));
    assertThat(rows.all()).extracting(SigningKey::generation).containsExactly(next.generation());
    // Other tests' clocks are not so far ahead.
    rows.signFrom(next, Instant.now().minusSeconds(1));
    // And the server that they share must not go on for a second with what is no more.
    assertThat(server.bean(SigningKeys.class).accepted(next.key().getKeyID())).isPresent();
  }

  private void follow(Instant now) {
    new SigningKeyRotation(
            rows, new KeySchedule(Duration.ofDays(90)), _ -> {}, Clock.fixed(now, ZoneOffset.UTC))
        .followSchedule();
  }

  @Test
  void onlyTheOperatorLetsAnotherKeySign() {
    HttpCaller admin = server.tenant().admin();
    assertThat(admin.get("/v1/signing-keys").status()).isEqualTo(200);
    assertThat(admin.post("/v1/signing-keys/rotate", "").status()).isEqualTo(403);
  }

  @Test
  void aRotatedOperatorStaysRotated() {
    FirstStart start = server.bean(FirstStart.class);
    ClientCredentials chosen = new ClientCredentials("rotator", "the-secret-of-the-settings");
    start.run(Region.EU, Optional.of(chosen));
    var made =
        server
            .client("rotator", "the-secret-of-the-settings")
            .post("/v1/apps/rotator/rotate-secret?immediately=true", "");
    String rotated = made.at("/app/secret");
    start.run(Region.EU, Optional.of(chosen));
    assertThat(server.client("rotator", rotated).get("/v1/apps").status()).isEqualTo(200);
    assertThat(
            List.of(
                server
                    .anybody()
                    .post(
                        "/v1/auth/access_token",
                        "{\"clientId\":\"rotator\",\"clientSecret\":\"the-secret-of-the-settings\"}")
                    .status()))
        .containsOnly(401);
  }
}
