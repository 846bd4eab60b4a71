package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBothDatabases
class ConnectionsConversationTest {

  private static final String MINIMAL =
      "{\"name\":\"okta\",\"issuer\":\"https://acme.okta.example\",\"clientId\":\"c\"%s}";

  private final PortcullisServer server;
  private final Tenant tenant;
  private final HttpCaller admin;

  ConnectionsConversationTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.admin = tenant.admin();
  }

  private Reply made(String more) {
    return admin.post("/v1/connections", MINIMAL.formatted(more));
  }

  private String application(String redirectUri) {
    Reply registered =
        admin.post(
            "/v1/applications",
            "{\"name\":\"Portal\",\"region\":\"eu\",\"redirectUris\":[\"%s\",\"http://localhost:3000\"]}"
                .formatted(redirectUri));
    assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    return registered.at("/application/clientId");
  }

  private Reply patched(String body) {
    return admin.patch("/v1/connections/okta", body);
  }

  @Test
  void aNewConnectionHasDefaultsAndTheAddressesForOktasForm() {
    Reply made = made("");
    assertThat(made.status()).isEqualTo(201);
    JsonNode connection = made.json().at("/connection");
    assertThat(made.at("/connection/groupsClaim")).isEqualTo("groups");
    assertThat(made.at("/connection/groupFilter/type")).isEqualTo("MATCHES_REGEX");
    assertThat(made.at("/connection/dialect")).isEqualTo("okta");
    assertThat(made.at("/connection/provisioning")).isEqualTo("scim+sign-in");
    assertThat(made.at("/connection/absentClaim")).isEqualTo("AUTO");
    assertThat(made.at("/connection/sessionIdle")).isEqualTo("P3D");
    assertThat(made.at("/connection/sessionMax")).isEqualTo("P7D");
    assertThat(connection.get("scopes").toString())
        .isEqualTo("[\"openid\",\"profile\",\"email\",\"groups\"]");
    assertThat(connection.get("enabled").booleanValue()).isTrue();
    assertThat(connection.get("claimCovers").booleanValue()).isFalse();
    assertThat(connection.get("hasClientSecret").booleanValue()).isFalse();
    assertThat(connection.has("clientSecret")).isFalse();
    assertThat(made.at("/connection/redirectUri")).endsWith("/login/callback");
    assertThat(made.at("/connection/scimBaseUrl")).endsWith("/scim/v2");
    assertThat(made.at("/connection/initiateLoginUri"))
        .endsWith("/authorize?connection=" + made.at("/connection/id"));
    assertThat(made.at("/connection/directUrl")).contains("/authorize?");
    assertThat(admin.get("/v1/connections/okta").text()).isEqualTo(made.text());
    assertThat(admin.get("/v1/connections").json().at("/connections/0")).isEqualTo(connection);
  }

  @Test
  void everySettingCanBeSaidAndComesBack() {
    String portal = application("https://app.acme.example/in?a=b c".replace(" ", "%20"));
    Reply made =
        made(
            """
            ,"clientSecret":"s3cr3t-of-okta","groupsClaim":"memberOf",
            "groupFilter":{"type":"STARTS_WITH","value":"eng-",
                           "except":{"type":"EQUALS","value":"eng-all"}},
            "dialect":"interop","provisioning":"scim","scopes":["openid","groups"],
            "application":"%s","absentClaim":"HOLD","claimSeparator":";","claimCovers":true,
            "enabled":false,"sessionIdle":"PT30M","sessionMax":"P1DT12H"
            """
                .formatted(portal));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text()).doesNotContain("s3cr3t");
    assertThat(made.json().at("/connection/hasClientSecret").booleanValue()).isTrue();
    assertThat(made.at("/connection/groupFilter/except/value")).isEqualTo("eng-all");
    assertThat(made.at("/connection/claimSeparator")).isEqualTo(";");
    assertThat(made.at("/connection/sessionIdle")).isEqualTo("PT30M");
    assertThat(made.at("/connection/sessionMax")).isEqualTo("P1DT12H");
    assertThat(made.at("/connection/application")).isEqualTo(portal);
    assertThat(made.at("/connection/directUrl"))
        .endsWith(
            "/authorize?response_type=token&client_id="
                + portal
                + "&connection=okta"
                + "&redirect_uri=https%3A%2F%2Fapp.acme.example%2Fin%3Fa%3Db%2520c");
    assertThat(made.at("/connection/initiateLoginUri")).isEqualTo(made.at("/connection/directUrl"));
    assertThat(admin.get("/v1/connections").json().at("/connections/0"))
        .isEqualTo(made.json().get("connection"));
    assertThat(admin.get("/v1/connections/okta").json().get("connection"))
        .isEqualTo(made.json().get("connection"));
  }

  @Test
  void aPatchChangesWhatItNamesAndClearsWhatIsNull() {
    String portal = application("https://app.acme.example");
    made(
        ",\"application\":\"%s\",\"clientSecret\":\"s\",\"sessionIdle\":\"PT1H\""
            .formatted(portal));
    Reply patched = patched("{\"claimSeparator\":\";\",\"application\":null,\"sessionIdle\":null}");
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.at("/connection/claimSeparator")).isEqualTo(";");
    assertThat(patched.json().at("/connection").has("application")).isFalse();
    assertThat(patched.at("/connection/initiateLoginUri")).contains("/authorize?connection=");
    assertThat(patched.at("/connection/sessionIdle")).isEqualTo("P3D");
    assertThat(patched.json().at("/connection/hasClientSecret").booleanValue()).isTrue();
    assertThat(patched.json().at("/connection/version").asInt()).isEqualTo(2);
    assertThat(patched("{\"clientSecret\":null}").at("/connection/hasClientSecret"))
        .isEqualTo("false");
    assertThat(patched("{\"name\":null}").at("/details/field")).isEqualTo("name");
    assertThat(patched("").status()).isEqualTo(422);
  }

  @Test
  void aSecretDoesNotFollowToAnotherIssuer() {
    made(",\"clientSecret\":\"s\"");
    Reply moved = patched("{\"issuer\":\"https://evil.example\"}");
    assertThat(moved.json().at("/connection/hasClientSecret").booleanValue()).isFalse();
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsStored() {
    List<String> bodies =
        List.of(
            ",\"dialect\":\"azure\"",
            ",\"provisioning\":\"both\"",
            ",\"absentClaim\":\"auto\"",
            ",\"scopes\":\"openid\"",
            ",\"scopes\":[\"groups\"]",
            ",\"scopes\":[\"openid\",null]",
            ",\"scopes\":[\"openid a\"]",
            ",\"groupFilter\":{\"type\":\"MATCHES_REGEX\",\"value\":\"(\"}",
            ",\"groupFilter\":{\"type\":\"MATCHES_REGEX\",\"value\":\"(?!x).*\"}",
            ",\"groupFilter\":{\"type\":\"ENDS_WITH\",\"value\":\"x\"}",
            ",\"groupFilter\":{\"type\":\"EQUALS\"}",
            ",\"groupFilter\":\"eng-\"",
            ",\"groupFilter\":{\"type\":\"EQUALS\",\"value\":\"x\",\"not\":1}",
            ",\"application\":\"nobody\"",
            ",\"application\":\"\"",
            ",\"application\":7",
            ",\"sessionIdle\":\"3 days\"",
            ",\"sessionIdle\":5",
            ",\"sessionIdle\":\"-P1D\"",
            ",\"sessionIdle\":\"P8D\"",
            ",\"sessionMax\":\"P9999999D\"",
            ",\"enabled\":\"yes\"",
            ",\"claimCovers\":1",
            ",\"clientSecret\":\"\"",
            ",\"clientSecret\":7",
            ",\"colour\":\"red\"");
    for (String more : bodies) {
      Reply refused = made(more);
      assertThat(refused.status()).as(more + refused.text()).isEqualTo(422);
      assertThat(refused.at("/message")).isNotBlank();
    }
    for (String issuer :
        List.of("", "ftp://x.example", "https://u@x.example", "https://x/?q", "x y")) {
      Reply refused =
          admin.post(
              "/v1/connections",
              "{\"name\":\"okta\",\"issuer\":\"%s\",\"clientId\":\"c\"}".formatted(issuer));
      assertThat(refused.status()).as(issuer).isEqualTo(422);
      assertThat(refused.at("/message")).contains("issuer");
    }
    assertThat(admin.get("/v1/connections").json().at("/connections")).isEmpty();
  }

  @Test
  void aNameIsUniqueAndFreeAgainAfterDeletion() {
    made("");
    Reply taken = made("");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.at("/error")).isEqualTo("conflict");
    assertThat(admin.delete("/v1/connections/okta").text()).isEqualTo("{\"ok\":true}");
    assertThat(admin.delete("/v1/connections/okta").status()).isEqualTo(404);
    assertThat(made("").status()).isEqualTo(201);
  }

  @Test
  void anotherTenantsConnectionLooksAbsent() {
    TestConnection theirs = server.tenant().connection("secret-name");
    String path = "/v1/connections/" + theirs.name();
    String token = UUID.randomUUID().toString();
    List<Reply> replies =
        List.of(
            admin.get(path),
            admin.patch(path, "{\"enabled\":false}"),
            admin.delete(path),
            admin.post(path + "/verify", ""),
            admin.post(path + "/sign-ins", "{\"idToken\":\"x\"}"),
            admin.get(path + "/scim-tokens"),
            admin.post(path + "/scim-tokens", "{}"),
            admin.delete(path + "/scim-tokens/" + token),
            admin.get("/v1/activity?connection=" + theirs.name()));
    assertThat(replies).extracting(Reply::status).containsOnly(404);
    assertThat(admin.get("/v1/connections").json().at("/connections")).isEmpty();
    assertThat(theirs.tenant().admin().get(path).status()).isEqualTo(200);
  }

  @Test
  void scimTokensAreShownOnceAndRotateWithoutAGap() {
    TestConnection connection = tenant.connection("okta");
    String path = "/v1/connections/okta/scim-tokens";
    Reply second =
        admin.post(path, "{\"description\":\"new\",\"expiresAt\":\"2100-01-01T00:00:00Z\"}");
    assertThat(second.status()).isEqualTo(201);
    String secret = second.at("/scimToken/token");
    assertThat(secret).startsWith("pcs_").hasSizeGreaterThan(40);
    Reply listed = admin.get(path);
    assertThat(listed.json().at("/scimTokens")).hasSize(2);
    assertThat(listed.text()).doesNotContain("pcs_").contains("\"new\"");
    String first = listed.at("/scimTokens/0/id");
    assertThat(admin.delete(path + "/" + first).text()).isEqualTo("{\"ok\":true}");
    assertThat(connection.scim().get("/scim/v2/Users").status()).isEqualTo(401);
    assertThat(connection.scim().with("Authorization", secret).get("/scim/v2/Users").status())
        .isEqualTo(200);
    assertThat(admin.delete(path + "/" + first).status()).isEqualTo(404);
    assertThat(admin.delete(path + "/x").status()).isEqualTo(404);
    assertThat(admin.post(path, "{\"expiresAt\":\"2001-01-01T00:00:00Z\"}").status())
        .isEqualTo(422);
    assertThat(admin.post(path, "{\"expiresAt\":\"soon\"}").at("/details/field"))
        .isEqualTo("expiresAt");
    assertThat(admin.post(path, "").status()).isEqualTo(201);
    assertThat(admin.with("Authorization", secret).get("/v1/connections").status()).isEqualTo(401);
  }
}
