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
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs access tokens and knows its own: JWTs of type {@code at+jwt} (RFC 9068) with RS256. */
@Component
class TokenSignatures {

  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** The text {@code {"} in Base64. */
  private static final String START_OF_AN_OBJECT = "eyJ";

  private final SigningKeys keys;
  private final Clock clock;

  TokenSignatures(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  String signed(JWTClaimsSet claims) {
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

  /** What a token says; empty if it is malformed, not ours, or expired. */
  Optional<JWTClaimsSet> verified(String accessToken) {
    // The parser does not survive a header that is the JSON text `null`.
    if (!accessToken.startsWith(START_OF_AN_OBJECT)) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(accessToken);
      if (!isOurs(token)) {
        return Optional.empty();
      }
      JWTClaimsSet claims = token.getJWTClaimsSet();
      boolean current = clock.instant().isBefore(claims.getExpirationTime().toInstant());
      return Optional.of(claims).filter(_ -> current);
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    return JWSAlgorithm.RS256.equals(header.getAlgorithm())
        && TYPE.equals(header.getType())
        && keys.current().getKeyID().equals(header.getKeyID())
        && token.verify(new RSASSAVerifier(keys.current()));
  }
}
