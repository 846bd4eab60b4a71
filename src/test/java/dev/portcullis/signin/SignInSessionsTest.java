package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.Caller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is signed in, at the doorway. */
@OnBothDatabases
class SignInSessionsTest {

  private final SignedInWorld world;
  private final String ada;

  SignInSessionsTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.ada = world.pushed("ada");
  }

  @Test
  void aSessionHoldsWhoSignedInThroughWhatAndUntilWhen() {
    Instant now = Instant.now();
    OpenSession session =
        world
            .sessions
            .open(new NewSession(world.user(ada), world.connection(), Optional.of("sid-1"), now))
            .orElseThrow();
    assertThat(session.userId()).hasToString(ada);
    assertThat(session.connectionId()).hasToString(world.okta.id());
    assertThat(session.credentialEpoch()).isZero();
    assertThat(session.providerSession()).contains("sid-1");
    assertThat(Duration.between(session.startedAt(), session.endsAt()))
        .isEqualTo(Duration.ofDays(7));
    assertThat(world.sessions.live(session.organizationId(), session.sessionId()))
        .contains(session);
  }

  @Test
  void itsTokenActsForThePersonUntilItEnds() {
    OpenSession session = world.signedIn(ada);
    OpenSession other = world.signedIn(ada);
    String token = world.token(session);
    assertThat(world.caller(token).map(Caller::actor)).contains(session.person());
    world.sessions.end(session.organizationId(), session.sessionId());
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(token)).isEmpty();
    assertThat(world.stands(other)).as("another session of the same person").isTrue();
    assertThat(world.caller(world.token(other))).isPresent();
  }

  @Test
  void deactivationEndsAllAndReactivationBringsNoneBack() {
    OpenSession session = world.signedIn(ada);
    String token = world.token(session);
    NewSession late = world.asked(ada);
    world.setActive(ada, false);
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(token)).isEmpty();
    assertThat(world.sessions.open(late)).as("of a sign-in from before").isEmpty();
    world.setActive(ada, true);
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(token)).isEmpty();
    assertThat(world.sessions.open(late)).isEmpty();
    assertThat(world.stands(world.signedIn(ada))).isTrue();
  }

  @Test
  void aDisabledConnectionEndsItsSessionsForGood() {
    OpenSession session = world.signedIn(ada);
    String token = world.token(session);
    NewSession late = world.asked(ada);
    String path = "/v1/connections/okta";
    world.tenant.admin().patch(path, "{\"enabled\":false}");
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(token)).isEmpty();
    assertThat(world.sessions.open(late)).isEmpty();
    world.tenant.admin().patch(path, "{\"enabled\":true}");
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(token)).isEmpty();
  }

  @Test
  void aDeletedConnectionEndsItsSessions() {
    OpenSession session = world.signedIn(ada);
    String token = world.token(session);
    NewSession late = world.asked(ada);
    world.tenant.admin().delete("/v1/connections/okta");
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(token)).isEmpty();
    assertThat(world.sessions.open(late)).isEmpty();
  }

  @Test
  void idleAndLongestTimeAreTheConnectionsAsItIsSetNow() {
    OpenSession idle = world.signedIn(ada);
    OpenSession old = world.signedIn(ada);
    world.age(idle, Duration.ofDays(3), Duration.ofDays(3));
    world.age(old, Duration.ofDays(7), Duration.ofHours(1));
    assertThat(world.stands(idle)).isFalse();
    assertThat(world.stands(old)).isFalse();
    OpenSession session = world.signedIn(ada);
    world.age(session, Duration.ofHours(2), Duration.ofMinutes(59));
    assertThat(world.stands(session)).isTrue();
    world
        .tenant
        .admin()
        .patch("/v1/connections/okta", "{\"sessionMax\":\"PT1H\",\"sessionIdle\":\"PT1H\"}");
    assertThat(world.stands(session)).isFalse();
  }

  @Test
  void aRequestRenewsTheIdleTimeAtMostOnceAMinute() {
    OpenSession session = world.signedIn(ada);
    world.age(session, Duration.ofDays(4), Duration.ofDays(3).minusMinutes(1));
    try (var count = world.server.countStatements()) {
      assertThat(world.stands(session)).isTrue();
      assertThat(count.statements()).hasSize(2);
      assertThat(world.stands(session)).isTrue();
      assertThat(count.statements()).as("just renewed").hasSize(3);
    }
    world.age(session, Duration.ZERO, Duration.ofDays(2));
    assertThat(world.stands(session)).as("idle counts from the renewal").isTrue();
  }

  @Test
  void openingCostsTheSameHoweverManyAreSignedIn() {
    NewSession asked = world.asked(ada);
    try (var count = world.server.countStatements()) {
      assertThat(world.sessions.open(asked)).isPresent();
      assertThat(count.statements()).hasSize(6);
    }
  }

  @Test
  void theOldestOfTooManyEnd() {
    List<OpenSession> all =
        IntStream.rangeClosed(0, SignInSessions.MAX_SESSIONS)
            .mapToObj(_ -> world.signedIn(ada))
            .toList();
    assertThat(world.stands(all.getFirst())).isFalse();
    assertThat(all.subList(1, all.size())).allMatch(world::stands);
    assertThat(world.rows()).isEqualTo(SignInSessions.MAX_SESSIONS);
  }

  @Test
  void whatIsPastItsLongestTimeIsClearedAway() {
    OpenSession old = world.signedIn(ada);
    world.age(old, Duration.ofDays(8), Duration.ofDays(8));
    world.signedIn(world.pushed("grace"));
    assertThat(world.rows()).isEqualTo(1);
  }

  @Test
  void aSessionIsOfOneOrganization() {
    OpenSession session = world.signedIn(ada);
    UUID stranger = UUID.fromString(world.server.tenant().id());
    assertThat(world.sessions.live(stranger, session.sessionId())).isEmpty();
    world.sessions.end(stranger, session.sessionId());
    assertThat(world.stands(session)).isTrue();
  }
}
