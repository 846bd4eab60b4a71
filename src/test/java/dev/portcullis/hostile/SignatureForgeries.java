package dev.portcullis.hostile;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.ES512;
import static com.nimbusds.jose.JWSAlgorithm.PS256;
import static com.nimbusds.jose.JWSAlgorithm.PS512;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static dev.portcullis.hostile.Forgery.token;
import static dev.portcullis.hostile.HostileProvider.json;
import static dev.portcullis.hostile.Mint.part;
import static dev.portcullis.signin.ReasonCode.ALGORITHM_NOT_ALLOWED;
import static dev.portcullis.signin.ReasonCode.INVALID_SIGNATURE;
import static dev.portcullis.signin.ReasonCode.MALFORMED_TOKEN;
import static dev.portcullis.signin.ReasonCode.UNKNOWN_KEY;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/** Tokens that nobody has signed, or not who should have. */
final class SignatureForgeries {

  private SignatureForgeries() {}

  static Stream<Forgery> all() {
    return Stream.of(unsigned(), sharedSecrets(), strangers(), damaged(), mismatched())
        .flatMap(cases -> cases);
  }

  private static Stream<Forgery> unsigned() {
    return Stream.concat(
        Stream.of(
            token(
                "alg `none` without a signature",
                claims -> unsigned("none", claims) + ".",
                ALGORITHM_NOT_ALLOWED),
            token(
                "alg `none` with a good signature",
                claims -> unsigned("none", claims) + "." + part(Mint.signed(claims), 2),
                MALFORMED_TOKEN)),
        // Only the true `none` is one; to the parser these are signatures of an unknown kind.
        Stream.of("None", "NONE", "nOnE", "")
            .flatMap(none ->
                Stream.of(
                    token(
                        "alg `" + none + "` without a signature",
                        claims -> unsigned(none, claims) + ".",
                        MALFORMED_TOKEN),
                    token(
                        "alg `" + none + "` with a good signature",
                        claims -> unsigned(none, claims) + "." + part(Mint.signed(claims), 2),
                        ALGORITHM_NOT_ALLOWED))));
  }

  private static String unsigned(String algorithm, Map<String, Object> claims) {
    return Base64URL.encode(json(Map.of("alg", algorithm, "kid", "key-1")))
        + "."
        + Base64URL.encode(json(claims));
  }

  private static Stream<Forgery> sharedSecrets() {
    Map<String, byte[]> secrets =
        Map.of(
            "the public key in DER", publicKey(),
            "the public key in PEM", pem().getBytes(StandardCharsets.US_ASCII),
            "the public JWK", utf8(Keys.GOOD.toPublicJWK().toJSONString()),
            "the modulus", Keys.GOOD.getModulus().decode(),
            "the client id", utf8(HostileProvider.CLIENT_ID),
            "one zero byte", new byte[1]);
    return secrets.entrySet().stream()
        .flatMap(secret ->
            Stream.of("HS256", "HS512")
                .map(algorithm ->
                    token(
                        algorithm + " under " + secret.getKey(),
                        claims -> Mint.authenticated(algorithm, secret.getValue(), claims),
                        ALGORITHM_NOT_ALLOWED)));
  }

  private static Stream<Forgery> strangers() {
    return Stream.of(
        token(
            "a stranger's key under the good key's id",
            claims -> Mint.signed(Mint.header(), Keys.STRANGER, claims),
            INVALID_SIGNATURE),
        token(
            "a stranger's key under its own id",
            claims -> Mint.signed(Mint.header().keyID("mine"), Keys.STRANGER, claims),
            UNKNOWN_KEY),
        token(
                "a stranger's key under no id",
                claims -> Mint.signed(new JWSHeader.Builder(RS256), Keys.STRANGER, claims),
                INVALID_SIGNATURE)
            .beside(claims -> Mint.signed(new JWSHeader.Builder(RS256), Keys.GOOD, claims)));
  }

  private static Stream<Forgery> damaged() {
    return Stream.of(
        damaged("a signature cut off with its dot", s -> "", MALFORMED_TOKEN),
        damaged("a signature of another token", s -> part(otherToken(), 2), INVALID_SIGNATURE),
        damaged("the first bit of the signature flipped", s -> flip(s, 0), INVALID_SIGNATURE),
        damaged("a middle bit flipped", s -> flip(s, s.length() / 2), INVALID_SIGNATURE),
        damaged("a late bit flipped", s -> flip(s, s.length() - 2), INVALID_SIGNATURE),
        damaged("half a signature", s -> s.substring(0, s.length() / 2), INVALID_SIGNATURE),
        damaged("a signature twice", s -> s + s, INVALID_SIGNATURE),
        damaged("a signature of zeros", s -> "A".repeat(s.length()), INVALID_SIGNATURE),
        damaged("a signature of one byte", s -> "AA", INVALID_SIGNATURE),
        token(
            "no signature and no dot",
            claims -> part(Mint.signed(claims), 0) + "." + part(Mint.signed(claims), 1),
            MALFORMED_TOKEN),
        token(
            "another payload under a good signature",
            claims -> swapped(claims, 1),
            INVALID_SIGNATURE),
        token(
            "another header under a good signature",
            claims -> swapped(claims, 0),
            INVALID_SIGNATURE));
  }

  private interface Damage {
    String to(String signature);
  }

  private static Forgery damaged(
      String what, Damage damage, dev.portcullis.signin.ReasonCode reason) {
    return token(
        what,
        claims -> {
          String good = Mint.signed(claims);
          return part(good, 0) + "." + part(good, 1) + "." + damage.to(part(good, 2));
        },
        reason);
  }

  private static String otherToken() {
    return Mint.signed(Map.of("sub", "somebody else"));
  }

  private static String swapped(Map<String, Object> claims, int part) {
    String good = Mint.signed(claims);
    claims.put("sub", "00uadmin");
    String other = Mint.signed(Mint.header().customParam("x", 1), Keys.GOOD, claims);
    return part(part == 0 ? other : good, 0)
        + "."
        + part(part == 1 ? other : good, 1)
        + "."
        + part(good, 2);
  }

  private static String flip(String text, int at) {
    char flipped = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + flipped + text.substring(at + 1);
  }

  /** The algorithm is one thing, the key or the signature another. */
  private static Stream<Forgery> mismatched() {
    return Stream.of(
        token(
            "an elliptic algorithm over the RSA key's id",
            claims -> Mint.signed(Mint.header(ES256), Keys.P256, claims),
            UNKNOWN_KEY),
        token(
                "a PKCS #1 signature that calls itself PSS",
                claims ->
                    Mint.signedText(json(Map.of("alg", "PS256", "kid", "key-1")), json(claims)),
                INVALID_SIGNATURE)
            .beside(claims -> Mint.signed(Mint.header(PS256), Keys.GOOD, claims)),
        token(
            "RSA with a digest that is not on the list",
            claims -> Mint.signed(Mint.header(PS512), Keys.GOOD, claims),
            ALGORITHM_NOT_ALLOWED),
        token(
            "a curve that is not on the list",
            claims -> Mint.signed(Mint.header(ES512), Keys.P521, claims),
            ALGORITHM_NOT_ALLOWED),
        named("EdDSA"),
        named("ES256K"),
        named("RS1"),
        named("rs256"),
        named("dir"));
  }

  /** A good signature under an algorithm of another name. */
  private static Forgery named(String algorithm) {
    return token(
        "alg `" + algorithm + "`",
        claims -> Mint.signedText(json(Map.of("alg", algorithm, "kid", "key-1")), json(claims)),
        ALGORITHM_NOT_ALLOWED);
  }

  private static byte[] publicKey() {
    try {
      return Keys.GOOD.toPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem() {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
