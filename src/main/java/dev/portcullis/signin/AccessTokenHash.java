package dev.portcullis.signin;

import com.nimbusds.jose.JWSAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Sees to it that an access token belongs to the ID token beside it (OIDC Core §3.1.3.8). */
final class AccessTokenHash {

  private AccessTokenHash() {}

  static void check(JWSAlgorithm algorithm, IdToken token, String accessToken) throws Refusal {
    Object claimed = token.claims().get("at_hash");
    if (claimed != null && !of(algorithm, accessToken).equals(claimed)) {
      throw new Refusal(
          ReasonCode.WRONG_ACCESS_TOKEN_HASH,
          "the token's `at_hash` is not that of the access token beside it");
    }
  }

  /** The left half of the hash that the signature's algorithm names. */
  static String of(JWSAlgorithm algorithm, String accessToken) {
    String bits = algorithm.getName().substring(algorithm.getName().length() - 3);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-" + bits)
              .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, hash.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-2", e);
    }
  }
}
