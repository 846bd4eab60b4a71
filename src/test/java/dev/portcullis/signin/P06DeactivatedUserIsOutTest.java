package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A deactivated user is out: at the next request, whichever way the identity provider said it, and
 * for good.
 */
@OnBothDatabases
class P06DeactivatedUserIsOutTest {

  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

  /** How a provider tells that somebody is out, or is somebody else. */
  private enum Way {
    PATCH_WITHOUT_PATH("PATCH", patch("{\"op\":\"replace\",\"value\":{\"active\":false}}")),
    PATCH_WITH_PATH("PATCH", patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")),
    PATCH_ADD("PATCH", patch("{\"op\":\"add\",\"path\":\"active\",\"value\":false}")),
    PATCH_AS_TEXT("PATCH", patch("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}")),
    PUT_INACTIVE("PUT", put("00u-NAME", false)),
    PUT_ANOTHER_PERSON("PUT", put("00u-NAME-else", true)),
    PATCH_ANOTHER_PERSON(
        "PATCH", patch("{\"op\":\"replace\",\"path\":\"externalId\",\"value\":\"00u-NAME-else\"}")),
    DELETE("DELETE", "");

    private final String method;
    private final String body;

    Way(String method, String body) {
      this.method = method;
      this.body = body;
    }

    private static String patch(String operation) {
      return "{\"schemas\":[\"%s\"],\"Operations\":[%s]}".formatted(PATCH, operation);
    }

    private static String put(String externalId, boolean active) {
      return "{\"schemas\":[\"%s\"],\"userName\":\"NAME\",\"externalId\":\"%s\",\"active\":%s}"
          .formatted(USER, externalId, active);
    }

    boolean isFor(String dialect) {
      return switch (this) {
        case PATCH_WITHOUT_PATH -> !dialect.equals("interop");
        case PATCH_AS_TEXT -> dialect.equals("okta");
        default -> true;
      };
    }

    Reply directly(HttpCaller scim, String userId, String name) {
      return scim.send(
          method, "/scim/v2/Users/" + userId, BodyPublishers.ofString(body.replace("NAME", name)));
    }

    Reply inBulk(HttpCaller scim, String userId, String name) {
      String data = body.isEmpty() ? "" : ",\"data\":" + body.replace("NAME", name);
      return scim.post(
          "/scim/v2/Bulk",
          """
          {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
           "Operations":[{"method":"%s","path":"/Users/%s"%s}]}
          """
              .formatted(method, userId, data));
    }
  }

  private static final OpenIdProvider PROVIDER = new OpenIdProvider();
  private static final Map<String, SignedInWorld> WORLDS = new HashMap<>();
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final TestDatabase database;
  private final String name;

  P06DeactivatedUserIsOutTest(TestDatabase database) {
    this.database = database;
    this.name = "ada" + PEOPLE.incrementAndGet();
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  static Stream<Arguments> waysInDialects() {
    return Stream.of("okta", "rfc", "interop")
        .flatMap(dialect ->
            Arrays.stream(Way.values())
                .filter(way -> way.isFor(dialect))
                .flatMap(way ->
                    Stream.of(
                        Arguments.of(dialect, way, false), Arguments.of(dialect, way, true))));
  }

  private SignedInWorld world(String dialect) {
    return WORLDS.computeIfAbsent(
        database + dialect,
        _ ->
            new SignedInWorld(
                database, PROVIDER.issuer(), ",\"dialect\":\"%s\"".formatted(dialect)));
  }

  @ParameterizedTest(name = "{1} in {0}, in bulk {2}")
  @MethodSource("waysInDialects")
  void everyWayEndsWhatThePersonIsSignedInWith(String dialect, Way way, boolean bulk) {
    SignedInWorld world = world(dialect);
    String ada = world.pushed(name);
    OpenSession session = world.signedIn(ada);
    HttpCaller person = world.caller(session);
    NewSession underWay = world.asked(ada);
    assertThat(person.get("/v1/organization").status()).isEqualTo(200);

    Reply reply =
        bulk
            ? way.inBulk(world.okta.scim(), ada, name)
            : way.directly(world.okta.scim(), ada, name);
    assertThat(reply.status()).as(reply.text()).isIn(200, 204);
    if (bulk) {
      assertThat(reply.at("/Operations/0/status")).isIn("200", "204");
    }

    assertThat(world.stands(session)).isFalse();
    assertThat(person.get("/v1/organization").status()).isEqualTo(401);
    assertThat(world.sessions.open(underWay)).isEmpty();
    world.setActive(ada, true);
    assertThat(world.stands(session)).as("after reactivation").isFalse();
    assertThat(person.get("/v1/organization").status()).isEqualTo(401);
    assertThat(world.sessions.open(underWay)).isEmpty();
  }

  private Reply hook(SignedInWorld world, String subject) {
    return world
        .tenant
        .admin()
        .post(
            "/v1/connections/okta/sign-ins",
            "{\"idToken\":\"%s\"}".formatted(PROVIDER.token(subject, Map.of("groups", List.of()))));
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aPushOfAnInactiveUserEndsASignInsUser(String dialect) {
    SignedInWorld world = world(dialect);
    Reply signIn = hook(world, "00u-" + name);
    String ada = signIn.at("/signIn/user/id");
    OpenSession session = world.signedIn(ada);
    Reply pushed =
        world
            .okta
            .scim()
            .post(
                "/scim/v2/Users",
                "{\"schemas\":[\"%1$s\"],\"userName\":\"%2$s\",\"externalId\":\"00u-%2$s\",\"active\":false}"
                    .formatted(USER, name));
    assertThat(pushed.status()).as(pushed.text()).isEqualTo(201);
    assertThat(pushed.at("/id")).isEqualTo(ada);
    assertThat(world.stands(session)).isFalse();
    world.setActive(ada, true);
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(world.token(session))).isEmpty();
  }

  static Stream<String> dialects() {
    return Stream.of("okta", "rfc", "interop");
  }

  @Test
  void aRehireComesBackWithoutWhatTheyWereSignedInWith() {
    SignedInWorld world = world("okta");
    String ada = world.pushed(name);
    OpenSession session = world.signedIn(ada);
    world.setActive(ada, false);
    assertThat(world.pushed(name)).as("the same id").isEqualTo(ada);
    assertThat(world.stands(session)).isFalse();
    assertThat(world.caller(world.token(session))).isEmpty();
    assertThat(world.stands(world.signedIn(ada))).isTrue();
  }

  @Test
  void theirProviderCannotLetThemInAgain() {
    SignedInWorld world = world("okta");
    String ada = world.pushed(name);
    world.setActive(ada, false);
    Reply reply = hook(world, "00u-" + name);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.at("/details/reason")).isEqualTo("user_deactivated");
  }

  @Test
  void whatChangesNothingEndsNothing() {
    SignedInWorld world = world("okta");
    String ada = world.pushed(name);
    OpenSession session = world.signedIn(ada);
    world.setActive(ada, true);
    world
        .okta
        .scim()
        .put(
            "/scim/v2/Users/" + ada,
            "{\"schemas\":[\"%1$s\"],\"userName\":\"%2$s.l\",\"externalId\":\"00u-%2$s\",\"active\":true}"
                .formatted(USER, name));
    assertThat(world.stands(session)).isTrue();
  }
}
