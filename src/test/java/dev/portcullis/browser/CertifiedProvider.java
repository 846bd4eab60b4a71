package dev.portcullis.browser;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An OpenID provider that a test has to itself, standing in for Okta. */
final class CertifiedProvider {

  static final String CLIENT_ID = "client-1";

  private final ProviderProcess process = ProviderProcess.running();
  private final Map<String, Map<String, Object>> accounts = new LinkedHashMap<>();
  private final String issuer;

  private CertifiedProvider(URI portcullis, boolean thin, boolean iss) {
    Map<String, Object> client =
        Map.ofEntries(
            Map.entry("client_id", CLIENT_ID),
            Map.entry("redirect_uris", List.of(portcullis + "/login/callback")),
            Map.entry("post_logout_redirect_uris", List.of(portcullis + "/logout/return")),
            Map.entry("response_types", List.of("code")),
            Map.entry("grant_types", List.of("authorization_code")),
            // A single-page app, as Port asks Okta administrators to make: no secret.
            Map.entry("token_endpoint_auth_method", "none"));
    issuer =
        process
            .tell(Map.of("do", "open", "clients", List.of(client), "thin", thin, "iss", iss))
            .path("issuer")
            .asString();
  }

  /** For sign-ins at a server. */
  static CertifiedProvider of(URI portcullis) {
    return new CertifiedProvider(portcullis, false, true);
  }

  /** Whose ID tokens say no more than who it is; the rest is at userinfo. */
  static CertifiedProvider withThinTokens(URI portcullis) {
    return new CertifiedProvider(portcullis, true, true);
  }

  /** One that does not know RFC 9207. */
  static CertifiedProvider withoutIssuerParameter(URI portcullis) {
    return new CertifiedProvider(portcullis, false, false);
  }

  String issuer() {
    return issuer;
  }

  /** From now on it knows this person with just these groups. */
  void knows(String login, String... groups) {
    knows(login, Map.of("groups", List.of(groups)));
  }

  /**
   * From now on it knows this person with these claims; the subject is made of the login. What it
   * says next is newer than all that it has said before.
   */
  void knows(String login, Map<String, Object> more) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", subjectOf(login));
    claims.put("login", login);
    claims.put("email", login + "@acme.example");
    claims.put("email_verified", true);
    claims.putAll(more);
    accounts.put(login, claims);
    process.tell(Map.of("do", "later"));
    process.tell(Map.of("do", "accounts", "issuer", issuer, "accounts", accounts.values()));
  }

  static String subjectOf(String login) {
    return "00u" + login;
  }

  /** From now on it tells this address when somebody signs out of it. */
  void tellsOfSignOuts(String address) {
    process.tell(
        Map.of(
            "do",
            "client",
            "issuer",
            issuer,
            "client",
            Map.of(
                "backchannel_logout_uri", address, "backchannel_logout_session_required", true)));
  }

  /** From now on it signs with another key, and publishes no other. */
  void rotatesKeys() {
    process.tell(Map.of("do", "rotate", "issuer", issuer));
  }

  /** How many requests it has had at a path. */
  int hitsOf(String path) {
    return process.tell(Map.of("do", "hits", "issuer", issuer, "path", path)).path("hits").asInt();
  }
}
