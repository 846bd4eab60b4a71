package dev.portcullis.organization;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Issues and checks the access tokens of API clients and of people who signed in: JWTs that are
 * good for {@linkplain #LIFETIME three hours} or {@linkplain #PERSON_LIFETIME one}. A person's
 * names the connection too.
 *
 * <p>A client has one live token: asking again before it expires answers the same token with the
 * time that is left, as Port does. RS256 is deterministic, so the token is signed again from the
 * stored time of issue and is not itself stored. In its last {@linkplain #RENEWAL minutes} a new
 * one is issued, lest a long run be handed a token that is about to end.
 */
@Component
public class AccessTokens {

  static final Duration LIFETIME = Duration.ofHours(3);
  public static final Duration PERSON_LIFETIME = Duration.ofHours(1);
  static final Duration RENEWAL = Duration.ofMinutes(10);

  private static final String ORGANIZATION = "org";
  private static final String EPOCH = "epoch";

  /** Only people's tokens have it, so that no client id can pass for a person's id. */
  private static final String CONNECTION = "conn";

  private static final String SESSION = "sid";

  private final ApiClients clients;
  private final TokenSignatures signatures;
  private final SecretHashes secretHashes;
  private final PublicAddresses addresses;
  private final PersonStanding people;
  private final Clock clock;
  private final String hashOfNothing;

  AccessTokens(
      ApiClients clients,
      TokenSignatures signatures,
      SecretHashes secretHashes,
      PublicAddresses addresses,
      PersonStanding people,
      Clock clock) {
    this.clients = clients;
    this.signatures = signatures;
    this.secretHashes = secretHashes;
    this.addresses = addresses;
    this.people = people;
    this.clock = clock;
    this.hashOfNothing = SecretHashes.ofRandom(Secrets.next());
  }

  /**
   * Answers the live token of the client that these credentials belong to: the former secret, while
   * it counts, has one of its own, which ends with it.
   */
  public AccessTokenOutcome issue(String clientId, String clientSecret) {
    Optional<ApiClient> client = clients.find(clientId);
    Instant now = clock.instant();
    // Whatever is wrong, or unknown, costs two hashings, so that time tells nothing of it but of
    // whom somebody chose a secret for.
    if (matches(clientSecret, client.map(ApiClient::secretHash))) {
      return answer(client, known -> liveToken(known, now));
    }
    Optional<ApiClient.FormerSecret> former = client.flatMap(known -> known.formerAt(now));
    if (matches(clientSecret, former.map(ApiClient.FormerSecret::hash))) {
      return answer(client, known -> formerToken(known, former.orElseThrow(), now));
    }
    return new AccessTokenOutcome.InvalidCredentials();
  }

  private boolean matches(String secret, Optional<String> hash) {
    return secretHashes.matches(secret, hash.orElse(hashOfNothing)) && hash.isPresent();
  }

  private AccessTokenOutcome answer(
      Optional<ApiClient> client, Function<ApiClient, AccessTokenOutcome> token) {
    return client
        .filter(ApiClient::enabled)
        .filter(this::mayAct)
        .map(token)
        .orElseGet(AccessTokenOutcome.InvalidCredentials::new);
  }

  private boolean mayAct(ApiClient client) {
    return client.userId().isEmpty()
        || people.byOwnCredentials(client.organizationId(), client.userId().get()).isPresent();
  }

  private AccessTokenOutcome liveToken(ApiClient client, Instant now) {
    Instant issuedAt = issuedAt(client.tokenIssuedAt(), now);
    if (client.tokenIssuedAt().filter(issuedAt::equals).isEmpty()) {
      clients.tokenIssued(client, issuedAt);
    }
    return token(client, client.credentialEpoch(), issuedAt, issuedAt.plus(LIFETIME), now);
  }

  private AccessTokenOutcome formerToken(
      ApiClient client, ApiClient.FormerSecret former, Instant now) {
    Instant issuedAt = issuedAt(former.tokenIssuedAt(), now);
    if (former.tokenIssuedAt().filter(issuedAt::equals).isEmpty()) {
      clients.formerTokenIssued(client, issuedAt);
    }
    Instant end = issuedAt.plus(LIFETIME);
    Instant expiry = end.isBefore(former.until()) ? end : former.until();
    return token(client, client.credentialEpoch() - 1, issuedAt, expiry, now);
  }

  private static Instant issuedAt(Optional<Instant> live, Instant now) {
    return live.filter(at -> now.isBefore(at.plus(LIFETIME).minus(RENEWAL)))
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS));
  }

  private AccessTokenOutcome token(
      ApiClient client, long epoch, Instant issuedAt, Instant expiry, Instant now) {
    String token =
        signatures.signed(
            claims(client.organizationId(), issuedAt, expiry)
                .subject(client.clientId())
                .claim(EPOCH, epoch)
                .build());
    return new AccessTokenOutcome.Issued(token, Duration.between(now, expiry).toSeconds());
  }

  /**
   * A new token of a person who signed in, good for {@linkplain #PERSON_LIFETIME one hour} and no
   * longer than the session that it is of.
   */
  public String issue(UUID organizationId, Actor.Person person) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return signatures.signed(
        claims(organizationId, now, now.plus(PERSON_LIFETIME))
            .subject(person.userId().toString())
            .claim(EPOCH, person.credentialEpoch())
            .claim(CONNECTION, person.connectionId().toString())
            .claim(SESSION, person.sessionId().map(UUID::toString).orElse(null))
            .build());
  }

  private JWTClaimsSet.Builder claims(UUID organizationId, Instant issuedAt, Instant expiry) {
    return new JWTClaimsSet.Builder()
        .issuer(addresses.eu().toString())
        .claim(ORGANIZATION, organizationId.toString())
        .issueTime(Date.from(issuedAt))
        .expirationTime(Date.from(expiry));
  }

  /**
   * The actor behind an access token, with the organization that bounds it; empty if the token is
   * not accepted.
   *
   * @param traceId of the request that brought the token
   */
  public Optional<Caller> caller(String accessToken, String traceId) {
    return present(accessToken, traceId) instanceof TokenVerdict.Accepted(Caller caller)
        ? Optional.of(caller)
        : Optional.empty();
  }

  /**
   * What an access token is good for.
   *
   * @param traceId of the request that brought the token
   */
  public TokenVerdict present(String accessToken, String traceId) {
    return signatures
        .ours(accessToken)
        .map(claims -> verdict(claims, traceId))
        .orElseGet(TokenVerdict.Unknown::new);
  }

  private TokenVerdict verdict(JWTClaimsSet claims, String traceId) {
    boolean ofSignIn = claims.getClaim(CONNECTION) != null;
    if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
      return new TokenVerdict.Expired(ofSignIn);
    }
    Optional<Caller> caller = ofSignIn ? signedIn(claims, traceId) : live(claims, traceId);
    return caller
        .<TokenVerdict>map(TokenVerdict.Accepted::new)
        .orElseGet(() -> new TokenVerdict.Ended(ofSignIn));
  }

  private Optional<Caller> signedIn(JWTClaimsSet claims, String traceId) {
    return Optional.of(person(claims))
        .filter(person -> people.stands(organizationOf(claims), person))
        .map(person -> new Caller(organizationOf(claims), person, traceId));
  }

  private static Actor.Person person(JWTClaimsSet claims) {
    return new Actor.Person(
        UUID.fromString(claims.getSubject()),
        UUID.fromString((String) claims.getClaim(CONNECTION)),
        epochOf(claims),
        Optional.ofNullable((String) claims.getClaim(SESSION)).map(UUID::fromString));
  }

  private Optional<Caller> live(JWTClaimsSet claims, String traceId) {
    Instant now = clock.instant();
    return clients
        .find(claims.getSubject())
        .filter(ApiClient::enabled)
        .filter(client -> client.accepts(epochOf(claims), now))
        .filter(client -> organizationOf(claims).equals(client.organizationId()))
        .flatMap(this::actor)
        .map(actor -> new Caller(organizationOf(claims), actor, traceId));
  }

  private Optional<Actor> actor(ApiClient client) {
    return client.userId().isEmpty()
        ? Optional.of(new Actor.Client(client.clientId(), client.operator(), client.scopes()))
        : people.byOwnCredentials(client.organizationId(), client.userId().get()).map(p -> p);
  }

  private static long epochOf(JWTClaimsSet claims) {
    return ((Number) claims.getClaim(EPOCH)).longValue();
  }

  private static UUID organizationOf(JWTClaimsSet claims) {
    return UUID.fromString((String) claims.getClaim(ORGANIZATION));
  }
}
