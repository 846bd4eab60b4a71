package dev.portcullis.signin;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a provider that can have signed an ID token.
 *
 * @param metadata where they were found
 * @param goodUntil when both must be fetched again
 */
record ProviderKeys(ProviderMetadata metadata, List<JWK> keys, Instant goodUntil) {

  private static final int MIN_RSA_BITS = 2048;

  /** Reads a key set (RFC 7517 §5); keys that we cannot use are left out, as §5 asks. */
  static List<JWK> usable(Map<String, Object> keySet) throws Refusal {
    List<?> all = keySet.get("keys") instanceof List<?> list ? list : List.of();
    List<JWK> usable =
        all.stream().limit(IssuerBounds.MAX_KEYS).flatMap(ProviderKeys::usableKey).toList();
    if (usable.isEmpty()) {
      throw new Refusal(
          ReasonCode.ISSUER_KEYS_UNUSABLE,
          "the provider publishes no key for "
              + SigningAlgorithms.NAMES
              + " (RSA of 2048 bits or more, P-256 or P-384)");
    }
    return usable;
  }

  private static Stream<JWK> usableKey(@Nullable Object json) {
    try {
      @SuppressWarnings("unchecked") // JSON objects have no other keys than strings
      Map<String, Object> members =
          json instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
      return Stream.ofNullable(JWK.parse(members).toPublicJWK()).filter(ProviderKeys::isUsable);
    } catch (ParseException | IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  private static boolean isUsable(JWK key) {
    boolean strong =
        switch (key) {
          case RSAKey rsa -> rsa.size() >= MIN_RSA_BITS;
          case ECKey ec -> Curve.P_256.equals(ec.getCurve()) || Curve.P_384.equals(ec.getCurve());
          default -> false;
        };
    return strong && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()));
  }

  /** The keys that a token of this header may have been signed with. */
  List<JWK> candidates(JWSHeader header) {
    return keys.stream().filter(key -> fits(key, header)).toList();
  }

  private static boolean fits(JWK key, JWSHeader header) {
    Algorithm algorithm = header.getAlgorithm();
    return Optional.ofNullable(header.getKeyID()).filter(id -> !id.equals(key.getKeyID())).isEmpty()
        && KeyType.forAlgorithm(algorithm).equals(key.getKeyType())
        && (key.getAlgorithm() == null || Objects.equals(key.getAlgorithm(), algorithm));
  }
}
