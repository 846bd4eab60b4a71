package dev.portcullis.access;

import java.util.Map;
import java.util.Set;

/**
 * Bodies that would be taken by an organization of {@link RouteExamples}, so that a refusal is one
 * of the path, or of what a test has done to the body. {@code home} is that organization's word.
 */
public final class RouteBodies {

  private static final String SCIM_SCHEMA =
      """
      {"id":"urn:example:home:2.0:User","name":"home","description":"more","resourceType":"User",
       "attributes":[{"name":"size","type":"string","multiValued":false,"required":false,
        "caseExact":false,"canonicalValues":["s","m"]}]}
      """;

  private static final String GROUP_RULE =
      """
      {"identifier":"home-moderators","title":"Moderators","connections":["okta"],
       "groups":{"type":"EQUALS","value":"home-moderators","except":{"type":"STARTS_WITH","value":"x"}},
       "grant":{"role":"Moderator","blueprints":["home-blueprint"]}}
      """;

  private static final String CONNECTION =
      """
      {"name":"made","issuer":"https://made.okta.example","clientId":"c","clientSecret":"a long secret",
       "groupsClaim":"groups","groupFilter":{"type":"EQUALS","value":"made"},"dialect":"okta",
       "provisioning":"scim","scopes":["openid","groups"],"absentClaim":"AUTO","claimSeparator":";",
       "application":null,"claimCovers":false,"enabled":true,"sessionIdle":"P3D","sessionMax":"P7D"}
      """;

  private static final String FILTER =
      "{\"groupFilter\":{\"type\":\"EQUALS\",\"value\":\"made\",\"except\":{\"type\":\"CONTAINS\",\"value\":\"x\"}}}";

  private static final String BLUEPRINT =
      """
      {"identifier":"home-blueprint","title":"Service","icon":"Service","description":"What runs",
       "schema":{"properties":{"tier":{"type":"string","title":"Tier","enum":["one","two"]},
         "size":{"type":"number"}},"required":["tier"]},
       "relations":{"part":{"target":"home-blueprint","title":"Part","required":false,"many":false}},
       "ownership":{"type":"Direct","title":"Owners"}}
      """;

  private static final String ENTITY =
      """
      {"identifier":"home-entity","title":"One","icon":"Service","team":["home-bosses"],
       "properties":{"tier":"one"},"relations":{}}
      """;

  private static final String BLOCK =
      "{\"roles\":[\"Admin\"],\"users\":[\"a@acme.test\"],\"teams\":[\"home-bosses\"],\"ownedByTeam\":false}";

  private static final String BLUEPRINT_PERMISSIONS =
      """
      {"entities":{"read":{"roles":["Admin"],"users":["a@acme.test"],"teams":["home-bosses"],"ownedByTeam":false,
        "policy":{"combinator":"and","rules":[{"property":"tier","operator":"=","value":"one"}]}},
        "register":%1$s,"update":%1$s,"unregister":%1$s,
        "updateProperties":{"tier":%1$s,"$title":%1$s},"updateRelations":{}}}
      """
          .formatted(BLOCK);

  private static final String ACTION_PERMISSIONS =
      """
      {"execute":{"roles":["Admin"],"users":[],"teams":[],"ownedByTeam":false,
        "policy":{"queries":{"q":{"combinator":"and","rules":[{"property":"$blueprint","operator":"=","value":"x"}]}},
         "conditions":["true"]}},
       "approve":{"roles":["Admin"],"users":[],"teams":[],"policy":null}}
      """;

  private static final String PAGE_PERMISSIONS =
      """
      {"read":{"roles":["Admin","Member"],"users":[],"teams":[]},
       "update":{"roles":["Admin"],"users":["a@acme.test"],"teams":["home-bosses"]}}
      """;

  private static final String ACTION =
      """
      {"identifier":"home-action","title":"Act","icon":"Service","description":"Acts",
       "trigger":{"type":"self-service","operation":"CREATE","userInputs":{"properties":{},"required":[]}},
       "invocationMethod":{"type":"WEBHOOK","url":"https://example.com"}}
      """;

  private static final String PAGE =
      """
      {"identifier":"home-page","title":"Page","icon":"Home","type":"dashboard","widgets":[]}
      """;

  private static final String SEARCH =
      """
      {"combinator":"and","rules":[{"property":"$blueprint","operator":"=","value":"home-blueprint"},
        {"combinator":"or","rules":[{"property":"tier","operator":"in","value":["one"]}]}]}
      """;

  private static final String TEAM =
      "{\"name\":\"home-team\",\"description\":\"Makes\",\"users\":[\"home-member@acme.test\"]}";

  private static final String QUESTION =
      """
      {"subject":{"type":"user","id":"home-member@acme.test"},"action":{"name":"read"},
       "resource":{"type":"home-blueprint","id":"home-entity","properties":{"team":["home-bosses"]}},
       "context":{"explain":true}}
      """;

  private static final String SIMULATION =
      """
      {"user":"home-member@acme.test","operation":"read",%s"properties":{"tier":"one"},
       "actionProperties":{},"permissions":%s}
      """;

  private static final String FILE =
      """
      {"version":1,
       "applications":[{"name":"home-filed","region":"eu","redirectUris":["https://filed.example/cb"]}],
       "connections":[{"name":"home-filed","issuer":"https://filed.okta.example","clientId":"c",
         "application":"home-filed","enabled":false}],
       "blueprints":[{"identifier":"home-filed","title":"Filed","schema":{"properties":{"tier":{"type":"string"}}}}],
       "pages":[{"identifier":"home-filed","widgets":[]}],
       "groupRules":[{"identifier":"home-filed","title":"Filed","connections":["home-filed"],
         "groups":{"type":"EQUALS","value":"home-filed"},"grant":{"role":"Member"}}],
       "permissions":{"blueprints":{"home-filed":{"entities":{"read":{"roles":["Admin"]}}}}}}
      """;

  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST /access/v1/evaluation", QUESTION),
          Map.entry(
              "POST /access/v1/evaluations",
              "{\"evaluations\":["
                  + QUESTION
                  + "],\"options\":{\"evaluations_semantic\":\"execute_all\"}}"),
          Map.entry(
              "POST /access/v1/search/subject",
              "{\"subject\":{\"type\":\"user\"},\"action\":{\"name\":\"read\"},"
                  + "\"resource\":{\"type\":\"home-blueprint\",\"id\":\"home-entity\"},\"page\":{\"limit\":5}}"),
          Map.entry(
              "POST /access/v1/search/resource",
              "{\"subject\":{\"type\":\"user\",\"id\":\"home-member@acme.test\"},\"action\":{\"name\":\"read\"},"
                  + "\"resource\":{\"type\":\"home-blueprint\"}}"),
          Map.entry(
              "POST /access/v1/search/action",
              "{\"subject\":{\"type\":\"user\",\"id\":\"home-member@acme.test\"},"
                  + "\"resource\":{\"type\":\"home-blueprint\",\"id\":\"home-entity\"}}"),
          Map.entry(
              "POST /v1/auth/access_token",
              "{\"clientId\":\"nobody\",\"clientSecret\":\"a secret of nobody\"}"),
          Map.entry("POST /v1/apps", "{\"name\":\"made\"}"),
          Map.entry("PUT /v1/apps/{id}", "{\"name\":\"other\",\"enabled\":true}"),
          Map.entry("POST /v1/apps/{id}/permissions", "{\"permissions\":[\"read:teams\"]}"),
          Map.entry("POST /v1/blueprints", BLUEPRINT),
          Map.entry("PUT /v1/blueprints/{blueprint}", BLUEPRINT),
          Map.entry("PATCH /v1/blueprints/{blueprint}", BLUEPRINT),
          Map.entry("POST /v1/blueprints/{blueprint}/entities", ENTITY),
          Map.entry(
              "POST /v1/blueprints/{blueprint}/entities/bulk", "{\"entities\":[" + ENTITY + "]}"),
          Map.entry(
              "POST /v1/blueprints/{blueprint}/bulk/entities/delete",
              "{\"entities\":[\"home-none\"]}"),
          Map.entry("PUT /v1/blueprints/{blueprint}/entities/{entity}", ENTITY),
          Map.entry("PATCH /v1/blueprints/{blueprint}/entities/{entity}", ENTITY),
          Map.entry("PATCH /v1/blueprints/{identifier}/permissions", BLUEPRINT_PERMISSIONS),
          Map.entry("PUT /v1/blueprints/{identifier}/permissions", BLUEPRINT_PERMISSIONS),
          Map.entry("PATCH /v1/actions/{identifier}/permissions", ACTION_PERMISSIONS),
          Map.entry("PUT /v1/actions/{identifier}/permissions", ACTION_PERMISSIONS),
          Map.entry("PATCH /v1/pages/{identifier}/permissions", PAGE_PERMISSIONS),
          Map.entry("PUT /v1/pages/{identifier}/permissions", PAGE_PERMISSIONS),
          Map.entry(
              "POST /v1/blueprints/{identifier}/permissions/simulate",
              SIMULATION.formatted("\"entity\":\"home-entity\",", BLUEPRINT_PERMISSIONS)),
          Map.entry(
              "POST /v1/actions/{identifier}/permissions/simulate",
              SIMULATION.formatted("", ACTION_PERMISSIONS)),
          Map.entry(
              "POST /v1/pages/{identifier}/permissions/simulate",
              SIMULATION.formatted("", PAGE_PERMISSIONS)),
          Map.entry(
              "PUT /v1/organization/change-guard",
              "{\"enabled\":false,\"sharePercent\":20,\"fewestPeople\":10}"),
          Map.entry("POST /v1/actions", ACTION),
          Map.entry("PUT /v1/actions/{identifier}", ACTION),
          Map.entry("PATCH /v1/actions/{identifier}", ACTION),
          Map.entry("POST /v1/pages", PAGE),
          Map.entry("PUT /v1/pages/{identifier}", PAGE),
          Map.entry("PATCH /v1/pages/{identifier}", PAGE),
          Map.entry("POST /v1/connections", CONNECTION),
          Map.entry("PATCH /v1/connections/{name}", CONNECTION.replace("made\",", "home-link\",")),
          Map.entry("POST /v1/connections/{name}/group-filter/preview", FILTER),
          Map.entry(
              "POST /v1/connections/{name}/scim-tokens",
              "{\"description\":\"made\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}"),
          Map.entry("POST /v1/connections/{name}/sign-ins", "{\"idToken\":\"no token\"}"),
          Map.entry("POST /v1/group-rules", GROUP_RULE),
          Map.entry("POST /v1/group-rules/preview", GROUP_RULE),
          Map.entry(
              "PUT /v1/group-rules/{identifier}", GROUP_RULE.replace("-moderators", "-bosses")),
          Map.entry("PATCH /v1/group-rules/{identifier}", "{\"title\":\"made\"}"),
          Map.entry("POST /v1/group-rules/{identifier}/review", "{\"names\":[\"home-bosses\"]}"),
          Map.entry(
              "POST /v1/applications",
              """
              {"name":"made","region":"eu","redirectUris":["https://made.example/cb"],
               "loginUri":"https://made.example/login","postLogoutRedirectUris":["https://made.example/"],
               "origins":["https://made.example"]}
              """),
          Map.entry(
              "PATCH /v1/applications/{clientId}",
              "{\"name\":\"made\",\"region\":\"us\",\"redirectUris\":[\"https://made.example/cb\"]}"),
          Map.entry("POST /v1/import", FILE),
          Map.entry("POST /v1/scim-schemas", SCIM_SCHEMA),
          Map.entry("PUT /v1/scim-schemas/{urn}", SCIM_SCHEMA),
          Map.entry("POST /v1/organizations", "{\"name\":\"made\",\"region\":\"eu\"}"),
          Map.entry(
              "POST /v1/users/invite",
              "{\"invitee\":{\"email\":\"made@acme.test\",\"roles\":[\"Member\"],\"teams\":[],\"connection\":\"okta\"}}"),
          Map.entry("POST /v1/entities/search", SEARCH),
          Map.entry(
              "POST /v1/blueprints/{blueprint}/entities/search",
              "{\"query\":" + SEARCH + ",\"include\":[\"title\"],\"exclude\":[],\"limit\":5}"),
          Map.entry("PUT /v1/organization", "{\"name\":\"home-company\"}"),
          Map.entry(
              "PATCH /v1/organization",
              "{\"name\":\"home-company\",\"settings\":{\"portalTitle\":\"Portal\",\"hiddenBlueprints\":[]}}"),
          Map.entry("POST /v1/teams", TEAM.replace("home-team", "home-made")),
          Map.entry("PUT /v1/teams/{team}", TEAM),
          Map.entry("PATCH /v1/teams/{team}", TEAM),
          Map.entry(
              "PATCH /v1/users/{user}",
              """
              {"roles":["Member"],"teams":[],"status":"ACTIVE","companyRole":"Maker","termsAccepted":true,
               "isInvisible":false,"supportLevel":"none"}
              """),
          Map.entry("PUT /v1/users/{user}/handle", "{\"email\":\"made@acme.test\"}"),
          Map.entry(
              "POST /v1/users/{user}/move",
              "{\"connection\":\"home-link\",\"externalId\":\"made\"}"));

  /** Routes that take no body. */
  private static final Set<String> WITHOUT =
      Set.of(
          "POST /v1/connections/{name}/verify",
          "POST /v1/apps/{id}/rotate-secret",
          "POST /v1/rotate-credentials/{user}",
          "POST /v1/signing-keys/rotate",
          "POST /v1/blueprints/{identifier}/permissions/versions/{version}/restore",
          "POST /v1/actions/{identifier}/permissions/versions/{version}/restore",
          "POST /v1/pages/{identifier}/permissions/versions/{version}/restore");

  private RouteBodies() {}

  static boolean has(String route) {
    return BODIES.containsKey(route);
  }

  public static boolean takesNone(String route) {
    return route.startsWith("GET ") || route.startsWith("DELETE ") || WITHOUT.contains(route);
  }

  public static String of(String route) {
    return BODIES.getOrDefault(route, "{}");
  }
}
