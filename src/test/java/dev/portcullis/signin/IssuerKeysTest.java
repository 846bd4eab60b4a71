package dev.portcullis.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import dev.portcullis.connection.Connection;
import dev.portcullis.testing.OpenIdProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Providers that rotate, fail, lie and stall; whoever signs in meanwhile. */
class IssuerKeysTest {

  private final OpenIdProvider provider = new OpenIdProvider();
  private final ProviderClient client = new ProviderClient(new IssuerBounds(true));
  private final MovableClock clock = new MovableClock();
  private final Connection connection = TestConnections.to(provider.issuer());
  private final IdTokens idTokens =
      new IdTokens(
          new ProviderSignatures(new IssuerKeys(new Discovery(client, clock), clock)), clock);

  @AfterEach
  void stop() throws Exception {
    client.close();
    provider.close();
  }

  @Test
  void keysAreFetchedOnceForManySignIns() throws Exception {
    provider.keysAnswer(okJson(new JWKSet(provider.key()).toString()).withFixedDelay(300));
    String token = provider.token(_ -> {});
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<IdTokenOutcome>> signIns =
          IntStream.range(0, 50)
              .<Callable<IdTokenOutcome>>mapToObj(_ -> () -> idTokens.verify(connection, token))
              .toList();
      for (Future<IdTokenOutcome> signIn : people.invokeAll(signIns)) {
        assertThat(signIn.get()).isInstanceOf(IdTokenOutcome.Verified.class);
      }
    }
    assertThat(provider.keyFetches()).isEqualTo(1);
  }

  @Test
  void aRotationFailsNoSignIn() {
    assertThat(reason(provider.token(_ -> {}))).isNull();
    provider.rotatesTo("key-2");
    assertThat(reason(provider.token(_ -> {}))).isNull();
    assertThat(provider.keyFetches()).isEqualTo(2);
  }

  @Test
  void aFloodOfUnknownKeyIdsIsAnsweredByOneFetchInThirtySeconds() {
    assertThat(reason(provider.token(_ -> {}))).isNull();
    flood();
    assertThat(provider.keyFetches()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(29));
    flood();
    assertThat(provider.keyFetches()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(2));
    flood();
    assertThat(provider.keyFetches()).isEqualTo(3);
    assertThat(reason(provider.token(_ -> {}))).isNull();
  }

  private void flood() {
    for (int i = 0; i < 20; i++) {
      String unknown =
          OpenIdProvider.signed(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown-" + i),
              provider.key(),
              provider.claims("00u1"));
      assertThat(reason(unknown)).isEqualTo(ReasonCode.UNKNOWN_KEY);
    }
  }

  @Test
  void anOutageIsBridgedByTheKeysInHandUntilTheyAreOld() {
    assertThat(reason(provider.token(_ -> {}))).isNull();
    provider.discoveryAnswers(serverError());
    clock.advance(Duration.ofMinutes(14));
    assertThat(reason(freshToken())).isNull();
    clock.advance(Duration.ofMinutes(2));
    assertThat(reason(freshToken())).isEqualTo(ReasonCode.ISSUER_UNREACHABLE);
    provider.discoveryNames(provider.issuer());
    assertThat(reason(freshToken())).isEqualTo(ReasonCode.ISSUER_UNREACHABLE);
    clock.advance(IssuerBounds.FAILURE_PAUSE);
    assertThat(reason(freshToken())).isNull();
  }

  @Test
  void aShorterMaxAgeIsHonoured() {
    provider.keysAnswer(
        okJson(new JWKSet(provider.key()).toString())
            .withHeader("Cache-Control", "public, max-age=120"));
    assertThat(reason(freshToken())).isNull();
    clock.advance(Duration.ofSeconds(119));
    assertThat(reason(freshToken())).isNull();
    assertThat(provider.keyFetches()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(2));
    assertThat(reason(freshToken())).isNull();
    assertThat(provider.keyFetches()).isEqualTo(2);
  }

  @Test
  void anEqualKeyIdOfAnotherProviderOpensNothing() {
    try (OpenIdProvider other = new OpenIdProvider(provider.key().getKeyID())) {
      Connection theirs = TestConnections.to(other.issuer());
      String ofOther =
          OpenIdProvider.signed(
              provider.header(JWSAlgorithm.RS256), other.key(), provider.claims("00u1"));
      assertThat(reason(theirs, other.token(_ -> {}))).isNull();
      assertThat(reason(connection, ofOther)).isEqualTo(ReasonCode.INVALID_SIGNATURE);
      assertThat(reason(connection, other.token(_ -> {}))).isEqualTo(ReasonCode.WRONG_ISSUER);
      assertThat(reason(connection, provider.token(_ -> {}))).isNull();
      assertThat(reason(theirs, provider.token(_ -> {}))).isEqualTo(ReasonCode.WRONG_ISSUER);
    }
  }

  @Test
  void anEditedConnectionForgetsTheKeysOfItsFormerIssuer() {
    UUID id = UUID.randomUUID();
    try (OpenIdProvider other = new OpenIdProvider(provider.key().getKeyID())) {
      Connection before = TestConnections.of(id, provider.issuer(), 1);
      Connection after = TestConnections.of(id, other.issuer(), 2);
      assertThat(reason(before, provider.token(_ -> {}))).isNull();
      assertThat(reason(after, other.token(_ -> {}))).isNull();
      assertThat(reason(after, provider.token(_ -> {}))).isEqualTo(ReasonCode.WRONG_ISSUER);
    }
  }

  @Test
  void redirectsAreNotFollowed() {
    provider.answers("/elsewhere", okJson("{}"));
    provider.discoveryAnswers(temporaryRedirect(provider.issuer() + "/elsewhere"));
    assertThat(reason(freshToken())).isEqualTo(ReasonCode.ISSUER_REDIRECTS);
    assertThat(provider.hitsOf("/elsewhere")).isZero();
  }

  @Test
  void aHugeAnswerIsNotReadToItsEnd() {
    provider.discoveryAnswers(
        aResponse().withBody("{\"issuer\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}"));
    assertThat(reason(freshToken())).isEqualTo(ReasonCode.ISSUER_RESPONSE_TOO_LARGE);
  }

  @Test
  void anotherIssuerInTheDiscoveryDocumentIsRefused() {
    provider.discoveryNames(provider.issuer() + "/");
    assertThat(reason(freshToken())).isEqualTo(ReasonCode.ISSUER_MISMATCH);
  }

  @Test
  void aDiscoveryDocumentThatIsNoneIsRefused() {
    for (String body : List.of("", "[]", "null", "<html>", "{}", "{\"issuer\":7}")) {
      clock.advance(IssuerBounds.FAILURE_PAUSE);
      provider.discoveryAnswers(okJson(body));
      assertThat(reason(freshToken())).isEqualTo(ReasonCode.ISSUER_RESPONSE_MALFORMED);
    }
  }

  @Test
  void aStallingOrDrippingProviderIsGivenUp() {
    Instant start = Instant.now();
    provider.discoveryAnswers(okJson("{}").withFixedDelay(20_000));
    assertThat(reason(freshToken())).isEqualTo(ReasonCode.ISSUER_TIMEOUT);
    clock.advance(IssuerBounds.FAILURE_PAUSE);
    provider.discoveryAnswers(okJson(" ".repeat(1_000)).withChunkedDribbleDelay(40, 60_000));
    assertThat(reason(freshToken())).isEqualTo(ReasonCode.ISSUER_TIMEOUT);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aProviderThatIsNotThereIsUnreachable() {
    String token = freshToken();
    provider.close();
    assertThat(reason(token)).isEqualTo(ReasonCode.ISSUER_UNREACHABLE);
    assertThat(ReasonCode.ISSUER_UNREACHABLE.isOutage()).isTrue();
    assertThat(ReasonCode.ISSUER_TIMEOUT.isOutage()).isTrue();
    assertThat(ReasonCode.ISSUER_MISMATCH.isOutage()).isFalse();
  }

  private String freshToken() {
    long now = clock.instant().getEpochSecond();
    return provider.token(claims -> {
      claims.put("iat", now);
      claims.put("exp", now + 300);
    });
  }

  private @Nullable ReasonCode reason(String token) {
    return reason(connection, token);
  }

  private @Nullable ReasonCode reason(Connection connection, String token) {
    return idTokens.verify(connection, token) instanceof IdTokenOutcome.Refused refused
        ? refused.reason()
        : null;
  }
}
