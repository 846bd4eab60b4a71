package dev.portcullis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.OpenSession;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ServedRoute;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every route that writes leaves an entry with the trace id of the request. A new route needs a
 * line here: what somebody sends to it, or why it changes nothing.
 */
@OnBothDatabases
class AuditedRoutesTest {

  /** Routes that are no reads and change nothing that an auditor would ask for. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry(
              "POST /v1/auth/access_token",
              "a token, which changes nothing; refusals belong to nobody"),
          Map.entry("POST /v1/connections/{name}/group-filter/preview", "a preview"),
          Map.entry("POST /v1/group-rules/preview", "a preview"),
          Map.entry("POST /v1/blueprints/{identifier}/permissions/simulate", "a preview"),
          Map.entry("POST /v1/actions/{identifier}/permissions/simulate", "a preview"),
          Map.entry("POST /v1/pages/{identifier}/permissions/simulate", "a preview"),
          Map.entry("POST /v1/entities/search", "a read"),
          Map.entry("POST /v1/blueprints/{blueprint}/entities/search", "a read"),
          Map.entry("POST /v1/signing-keys/rotate", "the operator's; in the operator's own log"),
          Map.entry("POST /v1/connections/{name}/verify", "asks the provider and stores nothing"),
          Map.entry(
              "POST /v1/connections/{name}/sign-ins",
              "in the record of sign-ins, which the log shows"));

  /**
   * What is sent, in this order: method, route, the rest of the path behind {@code /v1}, body.
   * {@code <name>} stands for what an earlier reply brought, see {@link #remember}.
   */
  private static final List<List<String>> REQUESTS =
      List.of(
          List.of(
              "POST",
              "/v1/organizations",
              "/organizations",
              "{\"name\":\"<organizationName>\",\"region\":\"eu\"}"),
          List.of(
              "DELETE",
              "/v1/organizations/{id}",
              "/organizations/<organization>",
              "{\"name\":\"<organizationName>\"}"),
          List.of(
              "POST",
              "/v1/applications",
              "/applications",
              "{\"name\":\"Portal\",\"region\":\"eu\",\"redirectUris\":[\"https://a.example\"]}"),
          List.of(
              "PATCH",
              "/v1/applications/{clientId}",
              "/applications/<application>",
              "{\"name\":\"Door\"}"),
          List.of("DELETE", "/v1/applications/{clientId}", "/applications/<application>", ""),
          List.of(
              "POST",
              "/v1/connections",
              "/connections",
              "{\"name\":\"second\",\"issuer\":\"https://b.okta.example\",\"clientId\":\"c\","
                  + "\"groupFilter\":{\"type\":\"STARTS_WITH\",\"value\":\"a\"}}"),
          List.of(
              "PATCH",
              "/v1/connections/{name}",
              "/connections/second",
              "{\"clientSecret\":\"a-secret-of-the-client\",\"enabled\":true}"),
          List.of(
              "POST",
              "/v1/connections/{name}/scim-tokens",
              "/connections/second/scim-tokens",
              "{}"),
          List.of(
              "DELETE",
              "/v1/connections/{name}/scim-tokens/{id}",
              "/connections/second/scim-tokens/<scimToken>",
              ""),
          List.of(
              "POST",
              "/v1/users/invite",
              "/users/invite",
              "{\"invitee\":{\"email\":\"eve@acme.test\",\"roles\":[\"Member\"]}}"),
          List.of(
              "PUT",
              "/v1/users/{user}/handle",
              "/users/<ada>/handle",
              "{\"email\":\"countess@acme.test\"}"),
          List.of(
              "DELETE", "/v1/users/{user}/sessions/{id}", "/users/<ada>/sessions/<session>", ""),
          List.of("DELETE", "/v1/users/{user}/sessions", "/users/<ada>/sessions", ""),
          List.of(
              "POST",
              "/v1/users/{user}/move",
              "/users/<ada>/move",
              "{\"connection\":\"second\",\"externalId\":\"00u-ada-again\"}"),
          List.of("DELETE", "/v1/connections/{name}", "/connections/second", ""),
          List.of(
              "POST",
              "/v1/group-rules",
              "/group-rules",
              "{\"identifier\":\"r\",\"title\":\"R\",\"connections\":[\"okta\"],\"groups\":"
                  + "{\"type\":\"STARTS_WITH\",\"value\":\"adm\"},\"grant\":{\"role\":\"Admin\"}}"),
          List.of("PATCH", "/v1/group-rules/{identifier}", "/group-rules/r", "{\"title\":\"S\"}"),
          List.of(
              "PUT",
              "/v1/group-rules/{identifier}",
              "/group-rules/r",
              "{\"identifier\":\"r\",\"title\":\"T\",\"connections\":[\"okta\"],\"groups\":"
                  + "{\"type\":\"STARTS_WITH\",\"value\":\"adm\"},\"grant\":{\"role\":\"Admin\"}}"),
          List.of(
              "POST",
              "/v1/group-rules/{identifier}/review",
              "/group-rules/r/review",
              "{\"names\":[\"admins\"]}"),
          List.of("DELETE", "/v1/group-rules/{identifier}", "/group-rules/r", ""),
          List.of(
              "POST",
              "/v1/import",
              "/import",
              "{\"version\":1,\"groupRules\":[{\"identifier\":\"s\",\"title\":\"S\","
                  + "\"connections\":[\"okta\"],\"groups\":{\"type\":\"EQUALS\",\"value\":\"x\"},"
                  + "\"grant\":{\"role\":\"Member\"}}]}"),
          List.of(
              "POST",
              "/v1/scim-schemas",
              "/scim-schemas",
              "{\"id\":\"urn:acme:x\",\"name\":\"X\",\"description\":\"\",\"resourceType\":\"User\","
                  + "\"attributes\":[{\"name\":\"size\"}]}"),
          List.of(
              "PUT",
              "/v1/scim-schemas/{urn}",
              "/scim-schemas/urn:acme:x",
              "{\"id\":\"urn:acme:x\",\"name\":\"Y\",\"description\":\"\",\"resourceType\":\"User\","
                  + "\"attributes\":[{\"name\":\"size\"}]}"),
          List.of("DELETE", "/v1/scim-schemas/{urn}", "/scim-schemas/urn:acme:x", ""),
          List.of(
              "POST",
              "/v1/blueprints",
              "/blueprints",
              "{\"identifier\":\"Env\",\"title\":\"Env\",\"schema\":{\"properties\":{}}}"),
          List.of(
              "PUT",
              "/v1/blueprints/{blueprint}",
              "/blueprints/Env",
              "{\"identifier\":\"Env\",\"title\":\"Other\",\"schema\":{\"properties\":{}}}"),
          List.of(
              "PATCH",
              "/v1/blueprints/{identifier}/permissions",
              "/blueprints/Env/permissions",
              "{\"entities\":{\"read\":{\"roles\":[\"Admin\"]}}}"),
          List.of(
              "PATCH",
              "/v1/blueprints/{identifier}/permissions",
              "/blueprints/Env/permissions",
              "{\"entities\":{\"read\":{\"roles\":[\"Member\"]}}}"),
          List.of(
              "PUT",
              "/v1/blueprints/{identifier}/permissions",
              "/blueprints/Env/permissions",
              "{\"entities\":{\"read\":{\"roles\":[\"Admin\"]}}}"),
          List.of(
              "POST",
              "/v1/blueprints/{identifier}/permissions/versions/{version}/restore",
              "/blueprints/Env/permissions/versions/2/restore",
              ""),
          List.of(
              "POST",
              "/v1/blueprints/{blueprint}/entities",
              "/blueprints/Env/entities",
              "{\"identifier\":\"e\",\"title\":\"E\",\"properties\":{}}"),
          List.of(
              "DELETE",
              "/v1/blueprints/{blueprint}/entities/{entity}",
              "/blueprints/Env/entities/e",
              ""),
          List.of(
              "POST",
              "/v1/actions",
              "/actions",
              "{\"identifier\":\"a\",\"title\":\"A\",\"trigger\":{\"type\":\"self-service\","
                  + "\"operation\":\"DAY-2\",\"blueprintIdentifier\":\"Env\",\"userInputs\":"
                  + "{\"properties\":{}}},\"invocationMethod\":{\"type\":\"WEBHOOK\",\"url\":"
                  + "\"https://example.com\"}}"),
          List.of("PATCH", "/v1/actions/{identifier}", "/actions/a", "{\"title\":\"B\"}"),
          List.of(
              "PUT",
              "/v1/actions/{identifier}",
              "/actions/a",
              "{\"identifier\":\"a\",\"title\":\"C\",\"trigger\":{\"type\":\"self-service\","
                  + "\"operation\":\"DAY-2\",\"blueprintIdentifier\":\"Env\",\"userInputs\":"
                  + "{\"properties\":{}}},\"invocationMethod\":{\"type\":\"WEBHOOK\",\"url\":"
                  + "\"https://example.com\"}}"),
          List.of(
              "PATCH",
              "/v1/actions/{identifier}/permissions",
              "/actions/a/permissions",
              "{\"execute\":{\"roles\":[\"Admin\"]}}"),
          List.of(
              "PUT",
              "/v1/actions/{identifier}/permissions",
              "/actions/a/permissions",
              "{\"execute\":{\"roles\":[\"Member\"]}}"),
          List.of(
              "POST",
              "/v1/actions/{identifier}/permissions/versions/{version}/restore",
              "/actions/a/permissions/versions/1/restore",
              ""),
          List.of("DELETE", "/v1/actions/{identifier}", "/actions/a", ""),
          List.of(
              "POST",
              "/v1/pages",
              "/pages",
              "{\"identifier\":\"p\",\"title\":\"P\",\"type\":\"dashboard\"}"),
          List.of("PATCH", "/v1/pages/{identifier}", "/pages/p", "{\"title\":\"Q\"}"),
          List.of(
              "PUT",
              "/v1/pages/{identifier}",
              "/pages/p",
              "{\"identifier\":\"p\",\"title\":\"R\",\"type\":\"dashboard\"}"),
          List.of(
              "PATCH",
              "/v1/pages/{identifier}/permissions",
              "/pages/p/permissions",
              "{\"read\":{\"roles\":[\"Admin\"]}}"),
          List.of(
              "PUT",
              "/v1/pages/{identifier}/permissions",
              "/pages/p/permissions",
              "{\"read\":{\"roles\":[\"Member\"]}}"),
          List.of(
              "POST",
              "/v1/pages/{identifier}/permissions/versions/{version}/restore",
              "/pages/p/permissions/versions/1/restore",
              ""),
          List.of("DELETE", "/v1/pages/{identifier}", "/pages/p", ""),
          List.of("POST", "/v1/teams", "/teams", "{\"name\":\"T1\"}"),
          List.of("PATCH", "/v1/teams/{team}", "/teams/T1", "{\"name\":\"T2\"}"),
          List.of(
              "PUT",
              "/v1/teams/{team}",
              "/teams/T2",
              "{\"name\":\"T2\",\"users\":[\"eve@acme.test\"]}"),
          List.of("DELETE", "/v1/teams/{team}", "/teams/T2", ""),
          List.of(
              "POST",
              "/v1/blueprints",
              "/blueprints",
              "{\"identifier\":\"Zed\",\"title\":\"Zed\",\"schema\":{\"properties\":{}}}"),
          List.of(
              "PATCH", "/v1/blueprints/{blueprint}", "/blueprints/Zed", "{\"title\":\"Zed 2\"}"),
          List.of(
              "POST",
              "/v1/blueprints/{blueprint}/entities/bulk",
              "/blueprints/Zed/entities/bulk",
              "{\"entities\":[{\"identifier\":\"z1\"},{\"identifier\":\"z2\"},{\"identifier\":\"z3\"}]}"),
          List.of(
              "PATCH",
              "/v1/blueprints/{blueprint}/entities/{entity}",
              "/blueprints/Zed/entities/z1",
              "{\"title\":\"One\"}"),
          List.of(
              "PUT",
              "/v1/blueprints/{blueprint}/entities/{entity}",
              "/blueprints/Zed/entities/z1",
              "{\"identifier\":\"z1\",\"title\":\"Other\"}"),
          List.of(
              "POST",
              "/v1/blueprints/{blueprint}/bulk/entities/delete",
              "/blueprints/Zed/bulk/entities/delete",
              "{\"entities\":[\"z2\"]}"),
          List.of(
              "DELETE",
              "/v1/blueprints/{blueprint}/all-entities",
              "/blueprints/Zed/all-entities",
              ""),
          List.of("DELETE", "/v1/blueprints/{blueprint}", "/blueprints/Zed", ""),
          List.of("POST", "/v1/apps", "/apps", "{\"name\":\"robot\"}"),
          List.of("PUT", "/v1/apps/{id}", "/apps/<app>", "{\"name\":\"robot 2\"}"),
          List.of(
              "POST",
              "/v1/apps/{id}/permissions",
              "/apps/<app>/permissions",
              "{\"permissions\":[\"read:teams\"]}"),
          List.of("POST", "/v1/apps/{id}/rotate-secret", "/apps/<app>/rotate-secret", ""),
          List.of("DELETE", "/v1/apps/{id}", "/apps/<app>", ""),
          List.of(
              "PATCH",
              "/v1/organization",
              "/organization",
              "{\"name\":\"<organizationName>\",\"settings\":{\"portalTitle\":\"Portal\"}}"),
          List.of("PUT", "/v1/organization", "/organization", "{\"name\":\"<organizationName>\"}"),
          List.of(
              "PUT",
              "/v1/organization/change-guard",
              "/organization/change-guard",
              "{\"sharePercent\":30}"),
          List.of("POST", "/v1/rotate-credentials/{user}", "/rotate-credentials/<ada>", ""),
          List.of("PATCH", "/v1/users/{user}", "/users/<ada>", "{\"roles\":[\"Admin\"]}"),
          List.of("DELETE", "/v1/users/{user}", "/users/eve%40acme.test", ""));

  private final AuditWorld audit;
  private final Map<String, String> known = new HashMap<>();

  AuditedRoutesTest(TestDatabase database) {
    audit = new AuditWorld(database);
  }

  private Set<String> writingRoutes() {
    return ServedRoute.of(audit.world.server).stream()
        .filter(route -> route.pattern().startsWith("/v1/") && !route.onlyReads())
        .map(ServedRoute::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyWritingRouteIsTriedHereOrAnException() {
    Set<String> told = new TreeSet<>(EXCEPTIONS.keySet());
    REQUESTS.forEach(request -> told.add(request.get(0) + " " + request.get(1)));
    assertThat(told).as("routes that are no more").isSubsetOf(writingRoutes());
    assertThat(writingRoutes()).as("add what changes something to the list").isSubsetOf(told);
  }

  @Test
  void everyRequestThatChangesSomethingLeavesAnEntry() {
    String ada = audit.world.pushed("ada");
    audit.world.pushedGroup("admins", ada);
    OpenSession session = audit.world.signedIn(ada);
    audit.world.signedIn(ada);
    known.put("ada", ada);
    known.put("session", session.sessionId().toString());
    known.put("organizationName", "made-by-" + audit.world.tenant.name());
    for (List<String> request : REQUESTS) {
      boolean ofOrganizations = request.get(1).startsWith("/v1/organizations");
      HttpCaller caller =
          ofOrganizations ? audit.world.server.operator() : audit.world.tenant.admin();
      Reply reply =
          caller.send(
              request.get(0),
              "/v1" + filled(request.get(2)),
              BodyPublishers.ofString(filled(request.get(3))));
      assertThat(reply.status()).as(request + reply.text()).isBetween(200, 299);
      assertThat(entries(reply.header("X-Trace-Id"))).as(request.toString()).isPositive();
      remember(reply);
    }
  }

  private void remember(Reply reply) {
    Map.of(
            "organization", "/organization/id",
            "application", "/application/clientId",
            "app", "/app/id",
            "scimToken", "/scimToken/id")
        .forEach((name, pointer) -> {
          if (!reply.at(pointer).isEmpty()) {
            known.put(name, reply.at(pointer));
          }
        });
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> one : known.entrySet()) {
      filled = filled.replace("<" + one.getKey() + ">", one.getValue());
    }
    return filled;
  }

  private long entries(String traceId) {
    return audit
        .jdbc()
        .sql("select count(*) from audit_entries where trace_id = ?")
        .param(traceId)
        .query(Long.class)
        .single();
  }

  @Test
  void nothingSecretGetsIntoTheLog() {
    HttpCaller admin = audit.world.tenant.admin();
    String secret = "a-client-secret-nobody-may-read";
    String password = "a-password-nobody-may-read";
    Reply made = admin.patch("/v1/connections/okta", "{\"clientSecret\":\"%s\"}".formatted(secret));
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    Reply pushed =
        audit
            .world
            .okta
            .scim()
            .post(
                "/scim/v2/Users",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"eve",
                 "externalId":"00u-eve","active":true,"password":"%s"}
                """
                    .formatted(password));
    assertThat(pushed.status()).isEqualTo(201);
    String log = admin.get("/v1/audit-log/export").text();
    assertThat(log)
        .contains("\"set anew\"", "eve")
        .doesNotContain(secret, password, audit.world.okta.scimToken());
  }
}
