package dev.portcullis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Providers that lie, stall and fail before a token can be judged, as the login hook sees them. */
@OnBothDatabases
class HostileProvidersTest {

  private final Tenant tenant;
  private final HttpCaller admin;

  HostileProvidersTest(TestDatabase database) {
    tenant = PortcullisServer.on(database).tenant();
    admin = tenant.admin();
  }

  @TestFactory
  Stream<DynamicTest> aFaultOfTheProviderIsToldByItsOwnReason() {
    List<ProviderFault> faults = ProviderFault.all().toList();
    assertThat(faults).hasSizeGreaterThan(60);
    return faults.stream()
        .map(fault ->
            DynamicTest.dynamicTest(
                fault.reason().wireName() + ": " + fault.what(), () -> assertTold(fault)));
  }

  /** Keys are kept by connection: two of them, and the provider is good for the first alone. */
  private void assertTold(ProviderFault fault) {
    try (HostileProvider provider = new HostileProvider()) {
      String twin = connected(provider);
      String victim = connected(provider);
      assertThat(outcome(twin, provider.mint().claims("00u1"))).isEqualTo("accepted");
      fault.misbehave().accept(provider);
      assertThat(outcome(victim, provider.mint().claims("00u1")))
          .isEqualTo(fault.reason().wireName());
      assertThat(provider.hitsOf(HostileProvider.CANARY)).isZero();
    }
  }

  @Test
  void whoStallsIsGivenUp() throws Exception {
    List<Callable<Void>> attempts = new ArrayList<>();
    ProviderFault.slow()
        .forEach(fault ->
            attempts.add(() -> {
              assertTold(fault);
              return null;
            }));
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> attempt : people.invokeAll(attempts)) {
        attempt.get();
      }
    }
  }

  @Test
  void oneKeyIdOfTwoProvidersOpensTwoDoorsWhicheverIsTriedFirst() {
    for (boolean goodFirst : List.of(true, false)) {
      try (HostileProvider a = new HostileProvider();
          HostileProvider b = new HostileProvider()) {
        RSAKey other = Keys.STRANGER;
        b.publishes(other);
        String doorA = connected(a);
        String doorB = connected(b);
        Stream<Runnable> tries =
            Stream.of(
                () -> assertThat(outcome(doorA, a.mint().claims("00u1"))).isEqualTo("accepted"),
                () ->
                    assertThat(
                            outcome(
                                doorB, Mint.signed(Mint.header(), other, b.mint().claims("00u1"))))
                        .isEqualTo("accepted"));
        List<Runnable> order = tries.toList();
        (goodFirst ? order : order.reversed()).forEach(Runnable::run);
        assertThat(outcome(doorB, Mint.signed(b.mint().claims("00u1"))))
            .as("signed by A's key in B's name")
            .isEqualTo("invalid_signature");
        assertThat(outcome(doorA, Mint.signed(Mint.header(), other, a.mint().claims("00u1"))))
            .as("signed by B's key in A's name")
            .isEqualTo("invalid_signature");
        assertThat(outcome(doorB, a.mint().claims("00u1"))).isEqualTo("wrong_issuer");
      }
    }
  }

  @Test
  void rotatedKeysFailNobodyAndTheFormerOnesOpenNothing() {
    try (HostileProvider provider = new HostileProvider()) {
      String door = connected(provider);
      assertThat(outcome(door, provider.mint().claims("00u1"))).isEqualTo("accepted");
      provider.publishes(Keys.NEXT);
      String next =
          Mint.signed(
              Mint.header().keyID(Keys.NEXT.getKeyID()), Keys.NEXT, provider.mint().claims("00u1"));
      assertThat(outcome(door, next)).isEqualTo("accepted");
      assertThat(outcome(door, provider.mint().claims("00u1"))).isEqualTo("unknown_key");
    }
  }

  private String connected(HostileProvider provider) {
    String name = "okta-" + java.util.UUID.randomUUID();
    tenant.connection(name, provider.issuer(), "");
    return name;
  }

  private String outcome(String connection, Map<String, Object> claims) {
    return outcome(connection, Mint.signed(claims));
  }

  private String outcome(String connection, String token) {
    Reply reply =
        admin.post(
            "/v1/connections/" + connection + "/sign-ins",
            HostileProvider.json(Map.of("idToken", token)));
    assertThat(reply.status()).as(reply.text()).isIn(200, 401, 503);
    return reply.status() == 200 ? "accepted" : reply.at("/details/reason");
  }
}
