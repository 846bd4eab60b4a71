package dev.portcullis.api.openapi;

import dev.portcullis.access.GuardedRoute;
import dev.portcullis.access.RouteBodies;
import dev.portcullis.access.RouteExamples;
import dev.portcullis.access.RouteRights;
import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ServedRoute;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every route of a running server what it should answer, and what it should refuse; first what
 * reads, last what deletes.
 */
final class RouteWalk {

  private static final String WORD = "demo";
  private static final String CLIENT = "0oa1demo";
  private static final List<String> ORDER = List.of("GET", "POST", "PATCH", "PUT", "DELETE");

  /** What would change the server that all tests share; asked only when examples are written. */
  private static final List<String> OF_ALL_TESTS = List.of("POST /v1/signing-keys/rotate");

  /** What an organization of one of everything does not have; and the document itself. */
  private static final List<String> OF_NOTHING_HERE =
      List.of("GET /v1/audit-log/{identifier}/parts/{part}", "GET /v3/api-docs");

  private final RouteExamples examples;
  private final HttpCaller admin;
  private final HttpCaller operator;
  private final HttpCaller limited;
  private final OpenIdProvider provider;
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, String> bodies = new HashMap<>();

  /**
   * What came of a route.
   *
   * @param request the body that was sent; empty if it takes none
   */
  record Visit(String route, Optional<JsonNode> request, Reply reply, List<Reply> refusals) {}

  RouteWalk(OpenIdProvider provider) {
    this.provider = provider;
    this.examples = new RouteExamples(TestDatabase.H2, WORD);
    this.admin = examples.world().tenant.admin();
    this.operator = examples.world().server.operator();
    this.limited = limited();
    makeWhatIsMissing();
    sayWhatIsSpecial();
  }

  /** An app that may do next to nothing. */
  private HttpCaller limited() {
    Reply made = admin.post("/v1/apps", "{\"name\":\"limited\"}");
    String id = made.at("/app/id");
    SignedInWorld.require(
        admin.post("/v1/apps/" + id + "/permissions", "{\"permissions\":[\"read:runs\"]}"), 200);
    return examples.world().server.client(id, made.at("/app/secret"));
  }

  private void makeWhatIsMissing() {
    SignedInWorld.require(
        admin.post(
            "/v1/connections",
            "{\"name\":\"demo-live\",\"issuer\":\"%s\",\"clientId\":\"%s\"}"
                .formatted(provider.issuer(), CLIENT)),
        201);
    SignedInWorld.require(
        admin.post(
            "/v1/connections/demo-live/sign-ins", "{\"idToken\":\"%s\"}".formatted(idToken())),
        200);
    SignedInWorld.require(
        admin.post(
            "/v1/blueprints/demo-blueprint/entities",
            "{\"identifier\":\"demo-spare\",\"title\":\"Spare\"}"),
        201);
  }

  private void sayWhatIsSpecial() {
    paths.put("GET /v1/connections/{name}/sessions", "/v1/connections/okta/sessions");
    paths.put("GET /v1/connections/{name}/sign-ins", "/v1/connections/demo-live/sign-ins");
    paths.put("PUT /v1/users/{user}/handle", "/v1/users/demo-moderator%40acme.test/handle");
    paths.put("PUT /v1/group-rules/{identifier}", "/v1/group-rules/demo-moderators");
    paths.put("DELETE /v1/blueprints/{blueprint}", "/v1/blueprints/demo-made");
    bodies.put(
        "PUT /v1/group-rules/{identifier}",
        RouteBodies.of("POST /v1/group-rules").replace("home", WORD));
    paths.put("GET /v1/audit-log", "/v1/audit-log?limit=2");
    paths.put("POST /v1/connections/{name}/sign-ins", "/v1/connections/demo-live/sign-ins");
    paths.put("POST /v1/connections/{name}/verify", "/v1/connections/demo-live/verify");
    paths.put("DELETE /v1/group-rules/{identifier}", "/v1/group-rules/demo-moderators");
    // As a preview, so that there is an example of one; PUT changes the document.
    paths.put(
        "PATCH /v1/blueprints/{identifier}/permissions",
        "/v1/blueprints/demo-blueprint/permissions?dry_run=true");
    bodies.put("POST /v1/connections/{name}/sign-ins", "{\"idToken\":\"%s\"}".formatted(idToken()));
    bodies.put(
        "POST /v1/auth/access_token",
        "{\"clientId\":\"operator\",\"clientSecret\":\"operator-secret-of-the-tests\"}");
    bodies.put(
        "POST /v1/blueprints/{blueprint}/bulk/entities/delete", "{\"entities\":[\"demo-spare\"]}");
    bodies.put("PUT /v1/users/{user}/handle", "{\"email\":\"another@acme.test\"}");
    Tenant gone = examples.world().server.tenant();
    paths.put("DELETE /v1/organizations/{id}", "/v1/organizations/" + gone.id());
    bodies.put("DELETE /v1/organizations/{id}", "{\"name\":\"%s\"}".formatted(gone.name()));
  }

  private String idToken() {
    return provider.token(claims -> {
      claims.put("sub", "00u1grace");
      claims.put("aud", CLIENT);
      claims.put("preferred_username", "grace@acme.test");
      claims.put("email", "grace@acme.test");
      claims.put("email_verified", true);
      claims.put("groups", List.of("team-payments", "everyone"));
    });
  }

  /**
   * Visits all routes, but for those that cannot be asked here.
   *
   * @param alone whether no other test uses the server; then it is asked more, too
   */
  List<Visit> visits(boolean alone) {
    List<Visit> visits = new ArrayList<>();
    routes()
        .filter(route -> !OF_NOTHING_HERE.contains(route.name()))
        .filter(route -> alone || !OF_ALL_TESTS.contains(route.name()))
        .forEach(
            route -> visits.add(visit(new ServedRoute(route.method(), route.pattern()), alone)));
    return visits;
  }

  /** What lies within something goes before it. */
  private static Stream<GuardedRoute> routes() {
    return RouteRights.all().stream()
        .sorted(
            Comparator.<GuardedRoute>comparingInt(route -> ORDER.indexOf(route.method()))
                .thenComparingInt(
                    route -> route.method().equals("DELETE") ? -route.pattern().length() : 0));
  }

  private Visit visit(ServedRoute route, boolean alone) {
    Optional<String> body = body(route);
    List<Reply> refusals = new ArrayList<>(refusals(route, body));
    if (alone) {
      refusals.addAll(0, refusalsAlike(route, body));
    }
    Reply reply = send(caller(route), route, path(route), body.orElse(""));
    if (route.method().equals("POST") && reply.status() == 201) {
      refusals.add(send(caller(route), route, path(route), body.orElse("")));
    }
    return new Visit(route.toString(), body.map(JsonMapper.shared()::readTree), reply, refusals);
  }

  private HttpCaller caller(ServedRoute route) {
    return route.pattern().matches("/v1/(organizations|signing-keys).*") ? operator : admin;
  }

  private List<Reply> refusals(ServedRoute route, Optional<String> body) {
    List<Reply> refusals = new ArrayList<>();
    HttpCaller caller = caller(route);
    refusals.add(send(limited, route, path(route), body.orElse("")));
    if (!route.places().isEmpty()) {
      refusals.add(send(caller, route, nowhere(route), body.orElse("")));
    }
    if (body.isPresent()) {
      refusals.add(send(caller, route, path(route), "{\"nonsense\":true}"));
    }
    return refusals;
  }

  /** What other tests ask of every route already, where one answers as the other. */
  private List<Reply> refusalsAlike(ServedRoute route, Optional<String> body) {
    List<Reply> refusals = new ArrayList<>();
    HttpCaller caller = caller(route);
    refusals.add(send(examples.world().server.anybody(), route, path(route), body.orElse("")));
    if (body.isPresent()) {
      HttpCaller plain = caller.with("Content-Type", "text/plain");
      refusals.add(send(caller, route, path(route), "{\"nonsense\":"));
      refusals.add(send(plain, route, path(route), body.orElse("")));
    }
    return refusals;
  }

  private Optional<String> body(ServedRoute route) {
    String special = bodies.get(route.toString());
    if (special == null && RouteBodies.takesNone(route.toString())) {
      return Optional.empty();
    }
    String text =
        special == null ? RouteBodies.of(route.toString()).replace("home", WORD) : special;
    return Optional.of(makesAnother(route) ? another(text, route) : text);
  }

  /** What is there already cannot be made. */
  private static boolean makesAnother(ServedRoute route) {
    return route.method().equals("POST")
        && route
            .pattern()
            .matches("/v1/(blueprints|actions|pages|group-rules|scim-schemas)|.*/entities(/bulk)?");
  }

  private static String another(String body, ServedRoute route) {
    String name = route.pattern().endsWith("/bulk") ? "demo-more" : "demo-made";
    return body.replaceFirst("demo-(blueprint|action|page|moderators|entity)\"", name + "\"")
        .replace("urn:example:demo:", "urn:example:made:");
  }

  private String path(ServedRoute route) {
    String special = paths.get(route.toString());
    return special != null
        ? special
        : route.path(place -> examples.name(place.segment()).orElse("1"));
  }

  private static String nowhere(ServedRoute route) {
    return route.path(place ->
        place.variable().equals("version") ? "99" : "00000000-0000-7000-8000-000000000000");
  }

  private static Reply send(HttpCaller caller, ServedRoute route, String path, String body) {
    return caller.send(route.method(), path, BodyPublishers.ofString(body));
  }
}
