package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.Scopes;
import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ServedRoute;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may call which route: every route of the running server, by everybody there is. */
@OnBothDatabases
class RouteRightsTest {

  private final SignedInWorld world;
  private final String ada;

  RouteRightsTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.ada = world.pushed("ada");
  }

  private static Reply by(HttpCaller caller, ServedRoute route) {
    return caller.send(
        route.method(), route.path(_ -> "nothing-of-the-kind"), BodyPublishers.ofString("{}"));
  }

  private List<ServedRoute> routes() {
    return ServedRoute.of(world.server).stream()
        .filter(route -> route.pattern().matches("/(v1|v3|access|\\.well-known).*"))
        .toList();
  }

  private List<ServedRoute> routes(RouteRight right) {
    return routes().stream()
        .filter(route ->
            RouteRights.of(route.method(), route.pattern()).filter(right::equals).isPresent())
        .toList();
  }

  private static void assertForbidden(ServedRoute route, Reply reply) {
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
          int status = by(world.server.anybody(), route).status();
          // The token route asks for credentials of its own.
          assertThat(status).as(route.toString()).isIn(open ? List.of(200, 422) : List.of(401));
        });
  }

  @Test
  void aMemberMayDoNothingThatIsForAdmins() {
    HttpCaller member = world.caller(world.signedIn(ada));
    assertThat(routes(RouteRight.ADMINS))
        .hasSizeGreaterThan(30)
        .allSatisfy(route -> assertForbidden(route, by(member, route)));
  }

  @Test
  void aMemberMayDoTheRestForThemselvesAlone() {
    HttpCaller member = world.caller(world.signedIn(ada));
    assertThat(member.get("/v1/organization").status()).isEqualTo(200);
    assertThat(member.get("/v1/users/ada%40acme.test").status()).isEqualTo(200);
    assertThat(routes(RouteRight.THEMSELVES)).extracting(ServedRoute::pattern).isNotEmpty();
  }

  @Test
  void anAdminMayWhatAnApiClientMay() {
    world.makeAdmin(ada);
    HttpCaller admin = world.caller(world.signedIn(ada));
    assertThat(routes(RouteRight.ADMINS))
        .allSatisfy(route ->
            assertThat(by(admin, route).status())
                .as(route.toString())
                .isEqualTo(by(world.tenant.admin(), route).status()));
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
