package dev.portcullis.signin;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a token's outer form: compact, signed, of the right kind, with an algorithm we allow. */
final class TokenForm {

  /**
   * Base64url and dots (RFC 7515 §7.1). The parser skips what is neither, so that one token would
   * have many texts.
   */
  private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_.-]*");

  private TokenForm() {}

  static SignedJWT parsed(String text, TokenKind kind) throws Refusal {
    if (text.length() > IssuerBounds.MAX_TOKEN_LENGTH) {
      throw new Refusal(
          ReasonCode.MALFORMED_TOKEN,
          "the token has more than %d characters".formatted(IssuerBounds.MAX_TOKEN_LENGTH));
    }
    try {
      if (!COMPACT.matcher(text).matches() || !hasObjectAsHeader(text)) {
        throw malformed();
      }
      JWT token = JWTParser.parse(text);
      if (token instanceof SignedJWT signed) {
        check(signed.getHeader(), kind);
        return signed;
      }
      throw new Refusal(
          ReasonCode.ALGORITHM_NOT_ALLOWED,
          "the token is not signed; it must be signed with one of " + SigningAlgorithms.NAMES);
    } catch (ParseException | IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static Refusal malformed() {
    return new Refusal(
        ReasonCode.MALFORMED_TOKEN, "the token is not a JWT in compact form; send it unchanged");
  }

  /** The parser does not survive a header that is the JSON text {@code null}. */
  private static boolean hasObjectAsHeader(String text) {
    String header = text.substring(0, Math.max(0, text.indexOf('.')));
    return isObject(new Base64URL(header).decodeToString());
  }

  private static boolean isObject(String json) {
    return json.stripLeading().startsWith("{");
  }

  private static void check(JWSHeader header, TokenKind kind) throws Refusal {
    if (!SigningAlgorithms.allows(header.getAlgorithm())) {
      throw new Refusal(
          ReasonCode.ALGORITHM_NOT_ALLOWED,
          "the token's algorithm is not allowed; have it signed with one of "
              + SigningAlgorithms.NAMES);
    }
    if (!kind.allows(header.getType())) {
      throw kind.wrongType();
    }
    // There, it says that something is critical, and an empty list is none (RFC 7515 §4.1.11).
    if (header.getCriticalParams() != null) {
      throw new Refusal(
          ReasonCode.MALFORMED_TOKEN, "the token's header asks for extensions that none here has");
    }
  }

  /** The claims; still unverified. */
  static Map<String, Object> claims(SignedJWT jwt, TokenKind kind) throws Refusal {
    Map<String, Object> claims = jwt.getPayload().toJSONObject();
    // The parser takes a list for an object.
    if (claims == null || !isObject(jwt.getPayload().toString())) {
      throw new Refusal(ReasonCode.MALFORMED_TOKEN, "the token's payload is not a JSON object");
    }
    if (claims.containsKey("events") != kind.isOfEvents()) {
      throw kind.wrongType();
    }
    return claims;
  }
}
