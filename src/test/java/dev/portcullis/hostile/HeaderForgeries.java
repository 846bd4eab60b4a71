package dev.portcullis.hostile;

import static dev.portcullis.hostile.Forgery.token;
import static dev.portcullis.hostile.HostileProvider.json;
import static dev.portcullis.hostile.Mint.header;
import static dev.portcullis.signin.ReasonCode.ALGORITHM_NOT_ALLOWED;
import static dev.portcullis.signin.ReasonCode.INVALID_SIGNATURE;
import static dev.portcullis.signin.ReasonCode.MALFORMED_TOKEN;
import static dev.portcullis.signin.ReasonCode.UNKNOWN_KEY;
import static dev.portcullis.signin.ReasonCode.WRONG_TOKEN_TYPE;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import dev.portcullis.signin.ReasonCode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Headers that bring keys along, ask for extensions or belong to other kinds of token. */
final class HeaderForgeries {

  private HeaderForgeries() {}

  /**
   * All of them.
   *
   * @param canary where nobody must ever look
   */
  static Stream<Forgery> all(URI canary) {
    return Stream.of(broughtKeys(canary), keyIds(canary), extensions(), kinds(), forms())
        .flatMap(cases -> cases);
  }

  private static Stream<Forgery> broughtKeys(URI canary) {
    Base64 certificate = new Base64("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A");
    return Stream.of(
        strangers("a `jwk`", header().jwk(Keys.STRANGER.toPublicJWK())),
        strangers("a `jku`", header().jwkURL(canary)),
        strangers("an `x5u`", header().x509CertURL(canary)),
        strangers("an `x5c`", header().x509CertChain(List.of(certificate))),
        strangers("an `x5t`", header().x509CertSHA256Thumbprint(new Base64URL("AAAA"))),
        strangers("an `iss` in the header", header().customParam("iss", canary.toString())),
        strangers("a `jku` and a `jwk`", header().jwkURL(canary).jwk(Keys.STRANGER.toPublicJWK())),
        token(
            "a `jwk` of an own key id",
            claims ->
                Mint.signed(
                    header().keyID("mine").jwk(Keys.STRANGER.toPublicJWK()), Keys.STRANGER, claims),
            UNKNOWN_KEY));
  }

  private static Forgery strangers(String what, JWSHeader.Builder header) {
    return token(
            what + " with a stranger's signature",
            claims -> Mint.signed(header, Keys.STRANGER, claims),
            INVALID_SIGNATURE)
        .beside(claims -> Mint.signed(header, Keys.GOOD, claims));
  }

  private static Stream<Forgery> keyIds(URI canary) {
    return Stream.of(
            "../../../../dev/null",
            "/proc/self/environ",
            "' or '1'='1",
            "key-1' --",
            "KEY-1",
            "key-1 ",
            " key-1",
            "key-1\u0000",
            "key\u20111",
            "*",
            "",
            "${jndi:ldap://localhost/x}",
            "k".repeat(4_000),
            canary.toString())
        .map(id ->
            token(
                "the key id `%.30s`".formatted(id.replace("\u0000", "\\0")),
                claims -> Mint.signed(header().keyID(id), Keys.STRANGER, claims),
                UNKNOWN_KEY));
  }

  private static Stream<Forgery> extensions() {
    return Stream.of(
        token(
                "an unknown critical extension",
                claims ->
                    Mint.signed(
                        header().customParam("x", true).criticalParams(Set.of("x")),
                        Keys.GOOD,
                        claims),
                MALFORMED_TOKEN)
            .beside(claims -> Mint.signed(header().customParam("x", true), Keys.GOOD, claims)),
        headed("a critical extension that is not there", "crit", List.of("x"), MALFORMED_TOKEN),
        headed("a critical `exp`", "crit", List.of("exp"), MALFORMED_TOKEN),
        headed("a list of nothing critical", "crit", List.of(), MALFORMED_TOKEN),
        headed("critical as a text", "crit", "b64", MALFORMED_TOKEN),
        token(
            "an unencoded payload",
            claims ->
                Mint.signed(
                    header().base64URLEncodePayload(false).criticalParams(Set.of("b64")),
                    Keys.GOOD,
                    new Payload(Base64URL.encode(json(claims)).toString())),
            MALFORMED_TOKEN),
        headed("a key id that is a number", "kid", 1, MALFORMED_TOKEN),
        headed("an algorithm that is a list", "alg", List.of("RS256"), MALFORMED_TOKEN),
        headed("a type that is a number", "typ", 7, MALFORMED_TOKEN),
        token(
            "a header without an algorithm",
            claims -> Mint.signedText("{\"kid\":\"key-1\"}", json(claims)),
            MALFORMED_TOKEN));
  }

  /** A good signature over a header with one member more, or another value of it. */
  private static Forgery headed(String what, String name, Object value, ReasonCode reason) {
    Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "kid", "key-1"));
    header.put(name, value);
    return token(what, claims -> Mint.signedText(json(header), json(claims)), reason);
  }

  private static Stream<Forgery> kinds() {
    Stream<Forgery> types =
        Stream.of(
                "at+jwt",
                "AT+JWT",
                "application/at+jwt",
                "logout+jwt",
                "secevent+jwt",
                "dpop+jwt",
                "token-introspection+jwt",
                "oauth-authz-req+jwt",
                "JOSE",
                "")
            .map(type -> headed("a token of type `" + type + "`", "typ", type, WRONG_TOKEN_TYPE))
            .map(forgery ->
                forgery.beside(claims ->
                    Mint.signed(header().type(new JOSEObjectType("jwt")), Keys.GOOD, claims)));
    Map<String, Object> logout =
        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
    return Stream.concat(
        types,
        Stream.of(
            Forgery.claim("a logout token", "events", logout, WRONG_TOKEN_TYPE),
            Forgery.claim("a token with no event", "events", Map.of(), WRONG_TOKEN_TYPE),
            Forgery.claim("a token with null events", "events", null, WRONG_TOKEN_TYPE)));
  }

  private static Stream<Forgery> forms() {
    return Stream.of(
        token("an opaque token", _ -> "2YotnFZFEjr1zCsicMWpAA", MALFORMED_TOKEN),
        token("nothing", _ -> ".", MALFORMED_TOKEN),
        token("an encrypted token", _ -> encrypted(), ALGORITHM_NOT_ALLOWED),
        token("a token in JSON form", HeaderForgeries::inJsonForm, MALFORMED_TOKEN),
        token("a dot behind", claims -> Mint.signed(claims) + ".", MALFORMED_TOKEN),
        token("a dot before", claims -> "." + Mint.signed(claims), MALFORMED_TOKEN),
        token("two tokens", claims -> twice(Mint.signed(claims)), MALFORMED_TOKEN),
        token("a scheme before", claims -> "Bearer " + Mint.signed(claims), MALFORMED_TOKEN),
        token("padding behind", claims -> Mint.signed(claims) + "==", MALFORMED_TOKEN),
        token("a line break within", claims -> broken(Mint.signed(claims)), MALFORMED_TOKEN),
        token("letters of no alphabet", claims -> Mint.signed(claims) + "!", MALFORMED_TOKEN),
        payload("a list as payload", "[]"),
        payload("a text as payload", "\"sub\""),
        payload("null as payload", "null"),
        payload("a number as payload", "7"),
        payload("nothing as payload", ""),
        payload("half an object as payload", "{\"sub\":"),
        payload("a payload of a thousand levels", "{\"a\":" + "[".repeat(1_000)),
        token(
            "a claim twice",
            claims -> Mint.signedText(goodHeader(), twiceTheSubject(claims)),
            MALFORMED_TOKEN),
        token(
            "more characters than are read",
            claims -> {
              claims.put("pad", "x".repeat(70_000));
              return Mint.signed(claims);
            },
            MALFORMED_TOKEN));
  }

  private static Forgery payload(String what, String text) {
    return token(what, _ -> Mint.signedText(goodHeader(), text), MALFORMED_TOKEN);
  }

  private static String goodHeader() {
    return json(Map.of("alg", "RS256", "kid", "key-1"));
  }

  private static String encrypted() {
    return Base64URL.encode("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A128GCM\"}") + ".AA.AA.AA.AA";
  }

  private static String inJsonForm(Map<String, Object> claims) {
    String token = Mint.signed(claims);
    return json(
        Map.of(
            "protected", Mint.part(token, 0),
            "payload", Mint.part(token, 1),
            "signature", Mint.part(token, 2)));
  }

  private static String twice(String token) {
    return token + "." + token;
  }

  private static String broken(String token) {
    return token.substring(0, 30) + "\n" + token.substring(30);
  }

  private static String twiceTheSubject(Map<String, Object> claims) {
    return json(claims).replaceFirst("\\{", "{\"sub\":\"00uadmin\",");
  }
}
