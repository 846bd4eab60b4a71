package dev.portcullis.organization;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
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
  private final PasswordEncoder secretHashes;
  private final PublicAddresses addresses;
  private final PersonStanding people;
  private final Clock clock;
  private final String hashOfNothing;

  AccessTokens(
      ApiClients clients,
      TokenSignatures signatures,
      PasswordEncoder secretHashes,
      PublicAddresses addresses,
      PersonStanding people,
      Clock clock) {
    this.clients = clients;
    this.signatures = signatures;
    this.secretHashes = secretHashes;
    this.addresses = addresses;
    this.people = people;
    this.clock = clock;
    this.hashOfNothing = secretHashes.encode(Secrets.next());
  }

  /** Answers the live token of the client that these credentials belong to. */
  public AccessTokenOutcome issue(String clientId, String clientSecret) {
    Optional<ApiClient> client = clients.find(clientId);
    // An unknown client costs the same hashing as a known one, so that time does not tell them
    // apart.
    String hash = client.map(ApiClient::secretHash).orElse(hashOfNothing);
    boolean right = secretHashes.matches(clientSecret, hash);
    return client
        .filter(_ -> right)
        .<AccessTokenOutcome>map(this::liveToken)
        .orElseGet(AccessTokenOutcome.InvalidCredentials::new);
  }

  private AccessTokenOutcome.Issued liveToken(ApiClient client) {
    Instant now = clock.instant();
    Instant issuedAt =
        client
            .tokenIssuedAt()
            .filter(at -> now.isBefore(at.plus(LIFETIME).minus(RENEWAL)))
            .orElseGet(() -> issueAt(client, now));
    long left = Duration.between(now, issuedAt.plus(LIFETIME)).toSeconds();
    return new AccessTokenOutcome.Issued(signed(client, issuedAt), left);
  }

  private Instant issueAt(ApiClient client, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    clients.tokenIssued(client, second);
    return second;
  }

  private String signed(ApiClient client, Instant issuedAt) {
    return signatures.signed(
        claims(client.organizationId(), issuedAt, LIFETIME)
            .subject(client.clientId())
            .claim(EPOCH, client.credentialEpoch())
            .build());
  }

  /**
   * A new token of a person who signed in, good for {@linkplain #PERSON_LIFETIME one hour} and no
   * longer than the session that it is of.
   */
  public String issue(UUID organizationId, Actor.Person person) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return signatures.signed(
        claims(organizationId, now, PERSON_LIFETIME)
            .subject(person.userId().toString())
            .claim(EPOCH, person.credentialEpoch())
            .claim(CONNECTION, person.connectionId().toString())
            .claim(SESSION, person.sessionId().map(UUID::toString).orElse(null))
            .build());
  }

  private JWTClaimsSet.Builder claims(UUID organizationId, Instant issuedAt, Duration lifetime) {
    return new JWTClaimsSet.Builder()
        .issuer(addresses.eu().toString())
        .claim(ORGANIZATION, organizationId.toString())
        .issueTime(Date.from(issuedAt))
        .expirationTime(Date.from(issuedAt.plus(lifetime)));
  }

  /**
   * The actor behind an access token, with the organization that bounds it; empty if the token is
   * malformed, not ours, expired, of a client or secret that is no more, or of a person who is no
   * longer signed in.
   *
   * @param traceId of the request that brought the token
   */
  public Optional<Caller> caller(String accessToken, String traceId) {
    return signatures
        .verified(accessToken)
        .flatMap(claims ->
            claims.getClaim(CONNECTION) == null
                ? live(claims, traceId)
                : signedIn(claims, traceId));
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
    return clients
        .find(claims.getSubject())
        .filter(client -> epochOf(claims) == client.credentialEpoch())
        .filter(client -> organizationOf(claims).equals(client.organizationId()))
        .map(client ->
            new Caller(
                client.organizationId(),
                new Actor.Client(client.clientId(), client.operator()),
                traceId));
  }

  private static long epochOf(JWTClaimsSet claims) {
    return ((Number) claims.getClaim(EPOCH)).longValue();
  }

  private static UUID organizationOf(JWTClaimsSet claims) {
    return UUID.fromString((String) claims.getClaim(ORGANIZATION));
  }
}
