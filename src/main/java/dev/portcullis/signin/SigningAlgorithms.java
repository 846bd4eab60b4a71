package dev.portcullis.signin;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The signature algorithms of ID tokens: asymmetric ones only (RFC 8725 §3.1 and §3.2). */
final class SigningAlgorithms {

  private static final List<JWSAlgorithm> ALLOWED =
      List.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private static final Set<JWSAlgorithm> SET = Set.copyOf(ALLOWED);

  /** The names, for people. */
  static final String NAMES =
      ALLOWED.stream().map(JWSAlgorithm::getName).collect(Collectors.joining(", "));

  private SigningAlgorithms() {}

  static boolean allows(JWSAlgorithm algorithm) {
    return SET.contains(algorithm);
  }
}
