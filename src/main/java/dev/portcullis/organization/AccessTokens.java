package dev.portcullis.organization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
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
 * Issues and checks the access tokens of API clients: JWTs of type {@code at+jwt} (RFC 9068),
 * signed with RS256, good for {@linkplain #LIFETIME three hours}.
 *
 * <p>A client has one live token: asking again before it expires answers the same token with the
 * time that is left, as Port does. RS256 is deterministic, so the token is signed again from the
 * stored time of issue and is not itself stored. In its last {@linkplain #RENEWAL minutes} a new
 * one is issued, lest a long run be handed a token that is about to end.
 */
@Component
public class AccessTokens {

  static final Duration LIFETIME = Duration.ofHours(3);
  static final Duration RENEWAL = Duration.ofMinutes(10);

  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** The text {@code {"} in Base64. */
  private static final String START_OF_AN_OBJECT = "eyJ";

  private static final String ORGANIZATION = "org";
  private static final String EPOCH = "epoch";

  private final ApiClients clients;
  private final SigningKeys keys;
  private final PasswordEncoder secretHashes;
  private final PublicAddresses addresses;
  private final Clock clock;
  private final String hashOfNothing;

  AccessTokens(
      ApiClients clients,
      SigningKeys keys,
      PasswordEncoder secretHashes,
      PublicAddresses addresses,
      Clock clock) {
    this.clients = clients;
    this.keys = keys;
    this.secretHashes = secretHashes;
    this.addresses = addresses;
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
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(addresses.eu().toString())
            .subject(client.clientId())
            .claim(ORGANIZATION, client.organizationId().toString())
            .claim(EPOCH, client.credentialEpoch())
            .issueTime(Date.from(issuedAt))
            .expirationTime(Date.from(issuedAt.plus(LIFETIME)))
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(TYPE)
            .keyID(keys.current().getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(keys.current()));
    } catch (JOSEException e) {
      throw new IllegalStateException("an access token could not be signed", e);
    }
    return token.serialize();
  }

  /**
   * The actor behind an access token, with the organization that bounds it; empty if the token is
   * malformed, not ours, expired, or of a client or secret that is no more.
   *
   * @param traceId of the request that brought the token
   */
  public Optional<Caller> caller(String accessToken, String traceId) {
    return verified(accessToken).flatMap(claims -> live(claims, traceId));
  }

  private Optional<JWTClaimsSet> verified(String accessToken) {
    // The parser does not survive a header that is the JSON text `null`.
    if (!accessToken.startsWith(START_OF_AN_OBJECT)) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(accessToken);
      JWSHeader header = token.getHeader();
      boolean ours =
          JWSAlgorithm.RS256.equals(header.getAlgorithm())
              && TYPE.equals(header.getType())
              && keys.current().getKeyID().equals(header.getKeyID())
              && token.verify(new RSASSAVerifier(keys.current()));
      if (!ours) {
        return Optional.empty();
      }
      JWTClaimsSet claims = token.getJWTClaimsSet();
      boolean current = clock.instant().isBefore(claims.getExpirationTime().toInstant());
      return Optional.of(claims).filter(_ -> current);
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
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
