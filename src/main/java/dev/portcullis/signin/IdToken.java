package dev.portcullis.signin;

import java.time.Instant;
import java.util.Map;

/**
 * A verified ID token.
 *
 * @param subject the provider's id of the person
 * @param issuedAt to the second
 * @param claims all of them, as JSON values
 */
record IdToken(String subject, Instant issuedAt, Map<String, Object> claims) {

  @Override
  public String toString() {
    return "IdToken[…]";
  }
}
