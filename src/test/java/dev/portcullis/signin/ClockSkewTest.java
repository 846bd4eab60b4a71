package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OpenIdProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider's clock may differ from ours by a minute, to the second. */
class ClockSkewTest {

  private final OpenIdProvider provider = new OpenIdProvider();
  private final ProviderClient client = new ProviderClient(new IssuerBounds(true));
  private final MovableClock clock = new MovableClock();
  private final IdTokens idTokens =
      new IdTokens(
          new ProviderSignatures(new IssuerKeys(new Discovery(client, clock), clock)), clock);

  ClockSkewTest() {
    // Tokens count whole seconds.
    Instant nextSecond = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    clock.advance(Duration.between(clock.instant(), nextSecond));
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    provider.close();
  }

  private static Stream<Arguments> times() {
    return Stream.of(
        Arguments.of("exp", -59, "accepted"),
        Arguments.of("exp", -60, "expired"),
        Arguments.of("exp", -61, "expired"),
        Arguments.of("iat", 60, "accepted"),
        Arguments.of("iat", 61, "issued_in_future"),
        Arguments.of("nbf", 60, "accepted"),
        Arguments.of("nbf", 61, "issued_in_future"),
        Arguments.of("exp", -300, "expired"),
        Arguments.of("iat", 300, "issued_in_future"),
        Arguments.of("iat", -300, "accepted"));
  }

  @ParameterizedTest
  @MethodSource("times")
  void aMinuteIsForgivenAndNoMore(String claim, int seconds, String outcome) {
    long now = clock.instant().getEpochSecond();
    String token =
        provider.token(claims -> {
          claims.put("iat", now);
          claims.put("exp", now + 300);
          claims.put(claim, now + seconds);
        });
    assertThat(outcome(token)).isEqualTo(outcome);
  }

  private String outcome(String token) {
    return switch (idTokens.verify(TestConnections.to(provider.issuer()), token)) {
      case IdTokenOutcome.Verified _ -> "accepted";
      case IdTokenOutcome.Refused refused -> refused.reason().wireName();
    };
  }
}
