package dev.portcullis.organization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs access tokens and knows its own: JWTs of type {@code at+jwt} (RFC 9068) with RS256. */
@Component
class TokenSignatures {

  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** The text {@code {"} in Base64. */
  private static final String START_OF_AN_OBJECT = "eyJ";

  private final SigningKeys keys;

  TokenSignatures(SigningKeys keys) {
    this.keys = keys;
  }

  String signed(JWTClaimsSet claims) {
    RSAKey key = keys.signing(claims.getIssueTime().toInstant());
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("an access token could not be signed", e);
    }
    return token.serialize();
  }

  /** What a token of ours says, expired or not; empty if it is malformed or not ours. */
  Optional<JWTClaimsSet> ours(String accessToken) {
    // The parser does not survive a header that is the JSON text `null`.
    if (!accessToken.startsWith(START_OF_AN_OBJECT)) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(accessToken);
      return isOurs(token) ? Optional.of(token.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    return JWSAlgorithm.RS256.equals(header.getAlgorithm())
        && TYPE.equals(header.getType())
        && header.getKeyID() != null
        && verifies(token, keys.accepted(header.getKeyID()));
  }

  private static boolean verifies(SignedJWT token, Optional<RSAKey> key) throws JOSEException {
    return key.isPresent() && token.verify(new RSASSAVerifier(key.get()));
  }
}
