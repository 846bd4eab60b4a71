package dev.portcullis.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Connects the identity provider, as an Okta administrator and a portal administrator would. */
final class ConnectionSetup {

  private static final String PATH = "/v1/connections/" + Scenario.CONNECTION;

  private final ApiClient api;

  ConnectionSetup(ApiClient api) {
    this.api = api;
  }

  /** What one live check of the connection found. */
  record Check(String name, boolean ok, String detail) {}

  /** Makes the connection; answers what the Okta form needs. */
  JsonNode connect(OpenIdProvider provider) {
    return api.post(
            "/v1/connections",
            Map.of(
                "name",
                Scenario.CONNECTION,
                "issuer",
                provider.issuer(),
                "clientId",
                OpenIdProvider.CLIENT_ID,
                "groupsClaim",
                "groups",
                "groupFilter",
                Scenario.GROUP_FILTER.toJson(),
                "dialect",
                "okta",
                "provisioning",
                "scim+sign-in"))
        .expect(201)
        .path("connection");
  }

  /** The token that the Okta administrator pastes into the SCIM app; shown this once. */
  String scimToken() {
    return api.post(PATH + "/scim-tokens", Map.of("description", "demo"))
        .expect(201)
        .at("/scimToken/token")
        .asString();
  }

  List<Check> verify() {
    return api.post(PATH + "/verify", Map.of())
        .expect(200)
        .path("checks")
        .valueStream()
        .map(check ->
            new Check(
                check.path("check").asString("?"),
                check.path("ok").asBoolean(false),
                check.path("detail").asString("")))
        .toList();
  }
}
