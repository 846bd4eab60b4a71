package dev.portcullis.testing;

/**
 * An organization made for one test, so that tests do not meet.
 *
 * @param admin speaks for its API client
 */
public record Tenant(PortcullisServer server, String id, String name, HttpCaller admin) {

  /** A connection of this organization with a SCIM token. */
  public TestConnection connection(String name) {
    return connection(name, "https://acme.okta.example", "");
  }

  /**
   * A connection with its own issuer and settings.
   *
   * @param more further JSON members, each with a leading comma
   */
  public TestConnection connection(String name, String issuer, String more) {
    Reply made =
        admin.post(
            "/v1/connections",
            """
            {"name":"%s","issuer":"%s","clientId":"client-1",
             "groupFilter":{"type":"MATCHES_REGEX","value":".*"}%s}
            """
                .formatted(name, issuer, more));
    require(made, 201);
    Reply token = admin.post("/v1/connections/" + name + "/scim-tokens", "{}");
    require(token, 201);
    String secret = token.at("/scimToken/token");
    return new TestConnection(
        this,
        name,
        made.at("/connection/id"),
        secret,
        server
            .anybody()
            .with("Authorization", "Bearer " + secret)
            .with("Content-Type", "application/scim+json")
            .with("User-Agent", "Okta SCIM Client 1.0.0"));
  }

  static void require(Reply reply, int status) {
    if (reply.status() != status) {
      throw new AssertionError("expected " + status + ", got " + reply.status() + reply.text());
    }
  }
}
