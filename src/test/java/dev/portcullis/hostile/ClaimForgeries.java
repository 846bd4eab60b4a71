package dev.portcullis.hostile;

import static dev.portcullis.hostile.Forgery.claim;
import static dev.portcullis.hostile.Forgery.without;
import static dev.portcullis.hostile.HostileProvider.CLIENT_ID;
import static dev.portcullis.hostile.HostileProvider.json;
import static dev.portcullis.signin.ReasonCode.EXPIRED;
import static dev.portcullis.signin.ReasonCode.INVALID_CLAIM;
import static dev.portcullis.signin.ReasonCode.ISSUED_IN_FUTURE;
import static dev.portcullis.signin.ReasonCode.MISSING_CLAIM;
import static dev.portcullis.signin.ReasonCode.WRONG_AUDIENCE;
import static dev.portcullis.signin.ReasonCode.WRONG_AUTHORIZED_PARTY;
import static dev.portcullis.signin.ReasonCode.WRONG_ISSUER;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Well-signed tokens whose claims are not for us, not of now, or of nobody. */
final class ClaimForgeries {

  private ClaimForgeries() {}

  static Stream<Forgery> all(String issuer) {
    return Stream.of(issuers(issuer), audiences(), parties(), times(), subjects())
        .flatMap(cases -> cases);
  }

  private static Stream<Forgery> issuers(String issuer) {
    String port = issuer.substring(issuer.lastIndexOf(':') + 1);
    return Stream.concat(
        Stream.of(
                "https://evil.example",
                issuer + "/",
                issuer + "//",
                issuer + "/default",
                issuer + "?",
                issuer + "#",
                issuer + " ",
                " " + issuer,
                issuer + "\u0000",
                issuer + "\u200b",
                issuer + "\n",
                issuer.toUpperCase(Locale.ROOT),
                "http://LocalHost:" + port,
                "HTTP://localhost:" + port,
                "https://localhost:" + port,
                "//localhost:" + port,
                "localhost:" + port,
                "http://localhost:0" + port,
                "http://localhost:" + (port.equals("80") ? "81" : "80"),
                "http://localhost",
                "http://localhost.:" + port,
                "http://127.0.0.1:" + port,
                "http://[::1]:" + port,
                "http://2130706433:" + port,
                "http://loc\u0430lhost:" + port,
                "http://xn--loclhost-2fg:" + port,
                "http://localhost%2e:" + port,
                "http://user@localhost:" + port,
                "http://localhost:" + port + "@evil.example",
                "http://localhost:" + port + "\\@evil.example",
                "http://localhost:" + port + ".evil.example",
                "http:\\\\localhost:" + port)
            .map(iss -> claim("issuer `" + iss.strip() + "`", "iss", iss, WRONG_ISSUER)),
        Stream.of(
            without("iss", WRONG_ISSUER),
            claim("issuer null", "iss", null, WRONG_ISSUER),
            claim("a list of issuers", "iss", List.of(issuer), WRONG_ISSUER),
            claim("an issuer in an object", "iss", Map.of("iss", issuer), WRONG_ISSUER)));
  }

  private static Stream<Forgery> audiences() {
    return Stream.concat(
            Stream.of(
                without("aud", WRONG_AUDIENCE),
                claim("no audience", "aud", "", WRONG_AUDIENCE),
                claim("audience null", "aud", null, WRONG_AUDIENCE),
                claim("another audience", "aud", "client-2", WRONG_AUDIENCE),
                claim("audience in capitals", "aud", "CLIENT-1", WRONG_AUDIENCE),
                claim("a longer audience", "aud", "client-10", WRONG_AUDIENCE),
                claim("a shorter audience", "aud", "client-", WRONG_AUDIENCE),
                claim("audience with a space", "aud", "client-1 ", WRONG_AUDIENCE),
                claim("two audiences in a text", "aud", "client-1 client-2", WRONG_AUDIENCE),
                claim("a look-alike audience", "aud", "cl\u0456ent-1", WRONG_AUDIENCE),
                claim("a full-width audience", "aud", "client\uff0d1", WRONG_AUDIENCE)),
            Stream.of(
                claim("an empty list", "aud", List.of(), WRONG_AUDIENCE),
                claim("a list of another", "aud", List.of("client-2"), WRONG_AUDIENCE),
                claim("one audience more", "aud", List.of(CLIENT_ID, "api"), WRONG_AUDIENCE),
                claim("one audience before", "aud", List.of("api", CLIENT_ID), WRONG_AUDIENCE),
                claim("us twice", "aud", List.of(CLIENT_ID, CLIENT_ID), WRONG_AUDIENCE),
                claim("us and null", "aud", Arrays.asList(CLIENT_ID, null), WRONG_AUDIENCE),
                claim("us in a list of lists", "aud", List.of(List.of(CLIENT_ID)), WRONG_AUDIENCE),
                claim("us in an object", "aud", Map.of(CLIENT_ID, true), WRONG_AUDIENCE),
                claim("audience true", "aud", true, WRONG_AUDIENCE),
                claim("audience 1", "aud", 1, WRONG_AUDIENCE)))
        .map(forgery ->
            forgery.beside(claims -> {
              claims.put("aud", List.of(CLIENT_ID));
              return Mint.signed(claims);
            }));
  }

  private static Stream<Forgery> parties() {
    return Stream.of(
            claim("another party", "azp", "client-2", WRONG_AUTHORIZED_PARTY),
            claim("party in capitals", "azp", "CLIENT-1", WRONG_AUTHORIZED_PARTY),
            claim("an empty party", "azp", "", WRONG_AUTHORIZED_PARTY),
            claim("party null", "azp", null, WRONG_AUTHORIZED_PARTY),
            claim("a list of parties", "azp", List.of(CLIENT_ID), WRONG_AUTHORIZED_PARTY))
        .map(forgery ->
            forgery.beside(claims -> {
              claims.put("azp", CLIENT_ID);
              return Mint.signed(claims);
            }));
  }

  private static Stream<Forgery> times() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        without("exp", MISSING_CLAIM),
        without("iat", MISSING_CLAIM),
        claim("expired a minute and more ago", "exp", now - 61, EXPIRED),
        claim("expired in 1970", "exp", 0, EXPIRED),
        claim("expiry as a text", "exp", "" + (now + 300), INVALID_CLAIM),
        claim("expiry null", "exp", null, INVALID_CLAIM),
        claim("expiry in a list", "exp", List.of(now + 300), INVALID_CLAIM),
        claim("expiry true", "exp", true, INVALID_CLAIM),
        claim("expiry before time", "exp", -1, INVALID_CLAIM),
        claim("expiry without end", "exp", 1e300, INVALID_CLAIM),
        claim("expiry in milliseconds", "exp", (now + 300) * 1_000, INVALID_CLAIM),
        claim("issued in future", "iat", now + 600, ISSUED_IN_FUTURE),
        claim("issued before time", "iat", -1, INVALID_CLAIM),
        claim("issued at a text", "iat", "now", INVALID_CLAIM),
        claim("issued at null", "iat", null, INVALID_CLAIM),
        claim("issued in milliseconds", "iat", now * 1_000, INVALID_CLAIM),
        claim("not valid yet", "nbf", now + 600, ISSUED_IN_FUTURE),
        claim("validity as a text", "nbf", "" + now, INVALID_CLAIM),
        claim("validity null", "nbf", null, INVALID_CLAIM));
  }

  private static Stream<Forgery> subjects() {
    return Stream.of(
        without("sub", MISSING_CLAIM),
        claim("an empty subject", "sub", "", INVALID_CLAIM),
        claim("a blank subject", "sub", " \t", INVALID_CLAIM),
        claim("subject null", "sub", null, INVALID_CLAIM),
        claim("subject 7", "sub", 7, INVALID_CLAIM),
        claim("a list of subjects", "sub", List.of("00u1"), INVALID_CLAIM),
        claim("an endless subject", "sub", "u".repeat(256), INVALID_CLAIM),
        claim("NUL in the subject", "sub", "00u1\u0000", INVALID_CLAIM),
        claim("a line break in the subject", "sub", "00u1\n", INVALID_CLAIM),
        Forgery.token("half a character in the subject", ClaimForgeries::halved, INVALID_CLAIM));
  }

  /** No encoder would write it, but JSON can escape it. */
  private static String halved(Map<String, Object> claims) {
    claims.put("sub", "00u1HALF");
    return Mint.signedText(
        json(Map.of("alg", "RS256", "kid", "key-1")), json(claims).replace("HALF", "\\ud800"));
  }
}
