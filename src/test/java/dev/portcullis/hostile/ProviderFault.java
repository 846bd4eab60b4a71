package dev.portcullis.hostile;

import static dev.portcullis.hostile.HostileProvider.DISCOVERY;
import static dev.portcullis.hostile.HostileProvider.KEYS;
import static dev.portcullis.signin.ReasonCode.ISSUER_KEYS_UNUSABLE;
import static dev.portcullis.signin.ReasonCode.ISSUER_MISMATCH;
import static dev.portcullis.signin.ReasonCode.ISSUER_REDIRECTS;
import static dev.portcullis.signin.ReasonCode.ISSUER_RESPONSE_MALFORMED;
import static dev.portcullis.signin.ReasonCode.ISSUER_RESPONSE_TOO_LARGE;
import static dev.portcullis.signin.ReasonCode.ISSUER_TIMEOUT;
import static dev.portcullis.signin.ReasonCode.ISSUER_UNREACHABLE;
import static dev.portcullis.signin.ReasonCode.UNKNOWN_KEY;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.portcullis.signin.ReasonCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a provider does wrong before a token can be judged.
 *
 * @param misbehave has a good provider do it
 */
record ProviderFault(String what, Consumer<HostileProvider> misbehave, ReasonCode reason) {

  static Stream<ProviderFault> all() {
    return Stream.of(redirects(), documents(), issuers(), addresses(), keySets(), bodies())
        .flatMap(faults -> faults);
  }

  /** Those that take the patience of a few seconds each. */
  static Stream<ProviderFault> slow() {
    return Stream.of(DISCOVERY, KEYS)
        .flatMap(path ->
            Stream.of(
                answer("silence", path, Answer.silence(), ISSUER_TIMEOUT),
                answer("half an answer", path, Answer.halfAnAnswer(), ISSUER_TIMEOUT)));
  }

  private static ProviderFault answer(String what, String path, Answer answer, ReasonCode reason) {
    return new ProviderFault(what + " at " + path, p -> p.answers(path, answer), reason);
  }

  private static Stream<ProviderFault> redirects() {
    return Stream.of(DISCOVERY, KEYS)
        .flatMap(path ->
            Stream.of(300, 301, 302, 303, 307, 308)
                .map(status ->
                    new ProviderFault(
                        "a redirect with " + status + " at " + path,
                        p ->
                            p.answers(
                                path, Answer.redirect(status, p.issuer() + HostileProvider.CANARY)),
                        ISSUER_REDIRECTS)));
  }

  private static Stream<ProviderFault> documents() {
    Stream<ProviderFault> texts =
        Stream.of("", " ", "null", "7", "\"x\"", "<html>", "{", "{}{", "{\"issuer\"}")
            .flatMap(body ->
                Stream.of(DISCOVERY, KEYS)
                    .map(path ->
                        answer(
                            "the body `" + body + "`",
                            path,
                            Answer.text(200, body),
                            ISSUER_RESPONSE_MALFORMED)));
    Stream<ProviderFault> levels =
        Stream.of(
            answer("a list", DISCOVERY, Answer.text(200, "[]"), ISSUER_RESPONSE_MALFORMED),
            answer("a list", KEYS, Answer.text(200, "[]"), ISSUER_KEYS_UNUSABLE),
            answer(
                "a thousand levels",
                DISCOVERY,
                Answer.text(200, "{\"x\":" + "[".repeat(1_000)),
                ISSUER_RESPONSE_MALFORMED),
            document("no issuer", d -> d.remove("issuer"), ISSUER_RESPONSE_MALFORMED),
            document("an issuer list", d -> d.put("issuer", List.of()), ISSUER_RESPONSE_MALFORMED),
            document("no keys' address", d -> d.remove("jwks_uri"), ISSUER_RESPONSE_MALFORMED),
            document("a numeric address", d -> d.put("jwks_uri", 7), ISSUER_RESPONSE_MALFORMED));
    return Stream.concat(texts, levels);
  }

  private static ProviderFault document(
      String what, Consumer<Map<String, Object>> change, ReasonCode reason) {
    return new ProviderFault("discovery with " + what, p -> p.metadata(change), reason);
  }

  private static Stream<ProviderFault> issuers() {
    return Stream.<Map.Entry<String, java.util.function.UnaryOperator<String>>>of(
            Map.entry("another issuer", _ -> "https://evil.example"),
            Map.entry("a slash more", issuer -> issuer + "/"),
            Map.entry("capitals", issuer -> issuer.toUpperCase(Locale.ROOT)),
            Map.entry("another port", issuer -> issuer + "0"),
            Map.entry("user info", issuer -> issuer.replace("//", "//u@")),
            Map.entry("the address of the same place", i -> i.replace("localhost", "127.0.0.1")))
        .map(issuer ->
            new ProviderFault(
                "discovery with " + issuer.getKey(),
                p -> p.metadata(d -> d.put("issuer", issuer.getValue().apply(p.issuer()))),
                ISSUER_MISMATCH));
  }

  private static Stream<ProviderFault> addresses() {
    return Stream.of(
            "file:///etc/passwd",
            "ftp://localhost/keys",
            "jar:http://localhost!/keys",
            "data:application/json,{}",
            "javascript:alert(1)",
            "gopher://localhost:11211/_stats",
            "/keys",
            "keys",
            "http:/keys",
            "http://user:secret@localhost/keys",
            "http://[::1/keys",
            "http://a b/keys")
        .map(address ->
            document(
                "keys at `" + address + "`",
                d -> d.put("jwks_uri", address),
                ISSUER_RESPONSE_MALFORMED));
  }

  private static Stream<ProviderFault> keySets() {
    OctetSequenceKey shared = new OctetSequenceKey.Builder(new byte[64]).keyID("key-1").build();
    return Stream.of(
        keys("no key", List.of(), ISSUER_KEYS_UNUSABLE),
        keys("a weak key", List.of(Keys.weak()), ISSUER_KEYS_UNUSABLE),
        keys("a key for encryption", List.of(Keys.forEncryption()), ISSUER_KEYS_UNUSABLE),
        keys("a shared secret", List.of(shared), ISSUER_KEYS_UNUSABLE),
        keys("a curve that is not used", List.of(Keys.P521), ISSUER_KEYS_UNUSABLE),
        keys("another's key only", List.of(Keys.NEXT), UNKNOWN_KEY),
        keys("its key beyond the fiftieth", late(), UNKNOWN_KEY),
        answer(
            "keys that are an object",
            KEYS,
            Answer.json(Map.of("keys", Keys.GOOD.toPublicJWK().toJSONObject())),
            ISSUER_KEYS_UNUSABLE),
        answer(
            "keys that are no keys",
            KEYS,
            Answer.text(200, "{\"keys\":[null,7,\"x\",[],{},{\"kty\":\"RSA\"}]}"),
            ISSUER_KEYS_UNUSABLE));
  }

  private static List<JWK> late() {
    return Stream.concat(
            IntStream.range(0, 50)
                .mapToObj(i -> new RSAKey.Builder(Keys.NEXT).keyID("other-" + i).build()),
            Stream.of(Keys.GOOD))
        .<JWK>map(key -> key)
        .toList();
  }

  private static ProviderFault keys(String what, List<JWK> keys, ReasonCode reason) {
    return new ProviderFault(
        "a key set with " + what, p -> p.publishes(keys.toArray(JWK[]::new)), reason);
  }

  private static Stream<ProviderFault> bodies() {
    return Stream.of(DISCOVERY, KEYS)
        .flatMap(path ->
            Stream.of(
                answer("an endless body", path, Answer.endless(), ISSUER_RESPONSE_TOO_LARGE),
                answer("hanging up", path, Answer.hangUp(), ISSUER_UNREACHABLE),
                answer("status 204", path, Answer.text(204, ""), ISSUER_UNREACHABLE),
                answer("status 401", path, Answer.text(401, "{}"), ISSUER_UNREACHABLE),
                answer("status 404", path, Answer.text(404, ""), ISSUER_UNREACHABLE),
                answer("status 500", path, Answer.text(500, "{}"), ISSUER_UNREACHABLE)));
  }
}
