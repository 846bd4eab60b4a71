package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.Scopes;
import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may call which route: every route of the running server, by everybody there is. */
@OnBothDatabases
class RouteRightsTest {

  private final SignedInWorld world;
  private final String ada;

  RouteRightsTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.ada = world.pushed("ada");
  }

  private record Route(String method, String pattern) {

    boolean isOfTheApi() {
      return pattern.startsWith("/v1")
          || pattern.startsWith("/access")
          || pattern.startsWith("/.well-known");
    }

    Reply by(HttpCaller caller) {
      String path = pattern.replaceAll("\\{[^}]+}", "nothing-of-the-kind");
      return caller.send(method, path, BodyPublishers.ofString("{}"));
    }
  }

  private List<Route> routes() {
    return world.server.beans(RequestMappingHandlerMapping.class).stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(RouteRightsTest::routes)
        .filter(Route::isOfTheApi)
        .toList();
  }

  private static Stream<Route> routes(RequestMappingInfo mapping) {
    assertThat(mapping.getPatternValues()).isNotEmpty();
    return mapping.getPatternValues().stream()
        .flatMap(pattern ->
            mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .map(method -> new Route(method, pattern)));
  }

  private List<Route> routes(RouteRight right) {
    return routes().stream()
        .filter(route ->
            RouteRights.of(route.method(), route.pattern()).filter(right::equals).isPresent())
        .toList();
  }

  private static void assertForbidden(Route route, Reply reply) {
    assertThat(reply.status()).as(route + reply.text()).isEqualTo(403);
    assertThat(reply.json().get("ok").booleanValue()).isFalse();
    assertThat(reply.at("/error")).isEqualTo("forbidden");
  }

  @Test
  void everyRouteHasARow() {
    assertThat(routes())
        .hasSizeGreaterThan(40)
        .allSatisfy(route ->
            assertThat(RouteRights.of(route.method(), route.pattern()))
                .as("add %s to the table of RouteRights", route)
                .isPresent());
  }

  /** A row without four columns does not even let the server start. */
  @Test
  void everyScopeIsOneThatCanBeGiven() {
    assertThat(routes())
        .allSatisfy(route ->
            assertThat(RouteRights.row(route.method(), route.pattern()).orElseThrow().scope())
                .as(route.toString())
                .satisfiesAnyOf(
                    scope -> assertThat(scope).isEmpty(),
                    scope -> assertThat(Scopes.KNOWN).contains(scope.orElseThrow())));
  }

  @Test
  void nobodyGetsInWithoutAToken() {
    assertThat(routes())
        .allSatisfy(route -> {
          boolean open =
              RouteRights.of(route.method(), route.pattern()).orElseThrow() == RouteRight.ANYBODY;
          int status = route.by(world.server.anybody()).status();
          // The token route asks for credentials of its own.
          assertThat(status).as(route.toString()).isIn(open ? List.of(200, 422) : List.of(401));
        });
  }

  @Test
  void aMemberMayDoNothingThatIsForAdmins() {
    HttpCaller member = world.caller(world.signedIn(ada));
    assertThat(routes(RouteRight.ADMINS))
        .hasSizeGreaterThan(30)
        .allSatisfy(route -> assertForbidden(route, route.by(member)));
  }

  @Test
  void aMemberMayDoTheRestForThemselvesAlone() {
    HttpCaller member = world.caller(world.signedIn(ada));
    assertThat(member.get("/v1/organization").status()).isEqualTo(200);
    assertThat(member.get("/v1/users/ada%40acme.test").status()).isEqualTo(200);
    assertThat(routes(RouteRight.THEMSELVES)).extracting(Route::pattern).isNotEmpty();
  }

  @Test
  void anAdminMayWhatAnApiClientMay() {
    world.makeAdmin(ada);
    HttpCaller admin = world.caller(world.signedIn(ada));
    assertThat(routes(RouteRight.ADMINS))
        .allSatisfy(route ->
            assertThat(route.by(admin).status())
                .as(route.toString())
                .isEqualTo(route.by(world.tenant.admin()).status()));
  }

  @Test
  void noPersonIsTheOperator() {
    world.makeAdmin(ada);
    HttpCaller admin = world.caller(world.signedIn(ada));
    Reply made = admin.post("/v1/organizations", "{\"name\":\"mine\",\"region\":\"eu\"}");
    assertThat(made.status()).isEqualTo(403);
    assertThat(admin.get("/v1/organizations").json().get("organizations")).hasSize(1);
  }

  @Test
  void whoIsNoLongerAnAdminIsRefusedAtTheNextRequest() {
    world.makeAdmin(ada);
    // An edit cannot take the last Admin away.
    world.makeAdmin(world.pushed("grace"), "chiefs");
    HttpCaller admin = world.caller(world.signedIn(ada));
    assertThat(admin.get("/v1/connections").status()).isEqualTo(200);
    assertThat(world.tenant.admin().delete("/v1/group-rules/admins").status()).isEqualTo(200);
    assertThat(admin.get("/v1/connections").status()).isEqualTo(403);
  }

  @Test
  void noWayOfWritingAPathLeadsAroundTheTable() {
    HttpCaller member = world.caller(world.signedIn(ada));
    for (String path :
        List.of(
            "/v1/connections/",
            "/v1//connections",
            "/v1/./connections",
            "/v1/users/../connections",
            "/v1/%63onnections",
            "/V1/connections",
            "/v1/connections.json",
            "/v1/connections%2F",
            "/v1/connections;x=y",
            "/access/../v1/connections")) {
      assertThat(member.get(path).status()).as(path).isIn(400, 401, 403, 404);
    }
    assertThat(member.send("HEAD", "/v1/connections", BodyPublishers.noBody()).status())
        .isEqualTo(403);
    assertThat(member.with("X-HTTP-Method-Override", "GET").post("/v1/connections", "{}").status())
        .isEqualTo(403);
  }
}
