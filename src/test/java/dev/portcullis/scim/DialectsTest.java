package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of dialects, as a client sees it, and what the activity log says. */
@OnBothDatabases
class DialectsTest {

  private static final List<String> DIALECTS = List.of("okta", "rfc", "interop");

  private final Tenant tenant;

  DialectsTest(TestDatabase database) {
    this.tenant = PortcullisServer.on(database).tenant();
  }

  /**
   * One request.
   *
   * @param breach what the activity log calls it in every dialect
   * @param statuses the reply's by dialect, in their order
   */
  record Row(String breach, String method, String path, String body, List<Integer> statuses) {
    @Override
    public String toString() {
      return breach + " by " + method + " " + path + " " + body;
    }
  }

  private static Row row(
      String breach, String method, String path, String body, int okta, int rfc, int interop) {
    return new Row(breach, method, path, body, List.of(okta, rfc, interop));
  }

  private static String patch(String operations) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
        + operations.replace('\'', '"')
        + "]}";
  }

  private static String user(String more) {
    return ("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'new'," + more)
            .replace('\'', '"')
        + "}";
  }

  private static String group(String more) {
    return ("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'eng'" + more)
            .replace('\'', '"')
        + "}";
  }

  /** {@code USER} and {@code GROUP} stand for ids of an active user and of a group with it. */
  static Stream<Row> rows() {
    return Stream.of(
        row(
            "path-less PATCH",
            "PATCH",
            "/Users/USER",
            patch("{'op':'replace','value':{'active':false}}"),
            200,
            200,
            400),
        row(
            "path-less PATCH",
            "PATCH",
            "/Groups/GROUP",
            patch("{'op':'replace','value':{'displayName':'ops'}}"),
            204,
            200,
            400),
        row("unknown attribute", "POST", "/Users", user("'colour':'red'"), 201, 201, 400),
        row(
            "unknown attribute",
            "PATCH",
            "/Users/USER",
            patch("{'op':'replace','path':'name','value':{'nick':'x'}}"),
            200,
            200,
            400),
        row("unknown attribute", "PUT", "/Groups/GROUP", group(",'colour':1"), 200, 200, 400),
        row("boolean sent as text", "POST", "/Users", user("'active':'true'"), 201, 400, 400),
        row(
            "boolean sent as text",
            "PATCH",
            "/Users/USER",
            patch("{'op':'Replace','path':'active','value':'False'}"),
            200,
            400,
            400),
        row(
            "boolean sent as text",
            "PATCH",
            "/Users/USER",
            patch("{'op':'add','path':'emails','value':[{'value':'a@b','primary':'True'}]}"),
            200,
            400,
            400),
        row(
            "member without type",
            "PATCH",
            "/Groups/GROUP",
            patch("{'op':'add','path':'members','value':[{'value':'USER'}]}"),
            204,
            200,
            400),
        row(
            "member without type",
            "PUT",
            "/Groups/GROUP",
            group(",'members':[{'value':'USER'}]"),
            200,
            200,
            400),
        row("null for a list", "PUT", "/Groups/GROUP", group(",'members':null"), 200, 200, 400),
        row(
            "null for a list",
            "PATCH",
            "/Groups/GROUP",
            patch("{'op':'replace','path':'members','value':null}"),
            204,
            200,
            400),
        row(
            "null for a list",
            "PATCH",
            "/Users/USER",
            patch("{'op':'replace','path':'emails','value':null}"),
            200,
            200,
            400),
        row(
            "member not known yet",
            "PATCH",
            "/Groups/GROUP",
            patch("{'op':'add','path':'members','value':[{'value':'00u-x','type':'User'}]}"),
            204,
            200,
            400),
        row(
            "single value for a list",
            "PATCH",
            "/Groups/GROUP",
            patch("{'op':'add','path':'members','value':{'value':'USER','type':'User'}}"),
            204,
            200,
            204),
        row(
            "value filter without sub-attribute",
            "PATCH",
            "/Groups/GROUP",
            patch("{'op':'remove','path':'members[value eq \\'USER\\']'}"),
            204,
            200,
            204),
        row(
            "type that the schema does not list",
            "PATCH",
            "/Users/USER",
            patch("{'op':'add','path':'emails','value':[{'value':'a@b','type':'yacht'}]}"),
            200,
            200,
            200),
        row("PUT", "PUT", "/Groups/GROUP", group(""), 200, 200, 200),
        row(
            "breaks no rule",
            "PATCH",
            "/Users/USER",
            patch("{'op':'replace','path':'title','value':'x'}"),
            200,
            200,
            200),
        row("breaks no rule", "GET", "/Users?filter=userName+eq+%22or+pr%22", "", 200, 200, 200));
  }

  private TestConnection connection(String dialect) {
    return tenant.connection(
        dialect + "-" + System.nanoTime(),
        "https://acme.okta.example",
        ",\"dialect\":\"" + dialect + "\"");
  }

  private String activity(Reply reply) {
    return tenant.admin().get("/v1/activity?trace=" + reply.header("X-Trace-Id")).text();
  }

  private static Reply send(TestConnection to, String method, String path, String body) {
    return to.scim()
        .send(method, "/scim/v2" + path, java.net.http.HttpRequest.BodyPublishers.ofString(body));
  }

  private static Map<String, String> people(TestConnection connection) {
    Reply user =
        connection
            .scim()
            .post("/scim/v2/Users", user("'externalId':'e1'").replace("\"new\"", "\"ada\""));
    Reply group =
        connection
            .scim()
            .post(
                "/scim/v2/Groups",
                group(",'members':[{'type':'User','value':'" + user.at("/id") + "'}]"));
    assertThat(group.status()).isEqualTo(201);
    return Map.of("USER", user.at("/id"), "GROUP", group.at("/id"));
  }

  private static String filled(String text, Map<String, String> ids) {
    return text.replace("USER", ids.get("USER")).replace("GROUP", ids.get("GROUP"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachDialectAnswersAsItsColumnSaysAndTheLogNamesTheRule(Row row) {
    List<Integer> answered = new ArrayList<>();
    for (String dialect : DIALECTS) {
      TestConnection connection = connection(dialect);
      Map<String, String> ids = people(connection);
      String before = state(connection, ids);
      Reply reply =
          send(connection, row.method(), filled(row.path(), ids), filled(row.body(), ids));
      answered.add(reply.status());
      String log = activity(reply);
      if (row.breach().equals("breaks no rule")) {
        assertThat(log).as(dialect).doesNotContain("breaks interop");
      } else {
        assertThat(log).as(dialect).contains("breaks interop: ").contains(row.breach());
      }
      if (reply.status() == 400) {
        assertThat(state(connection, ids)).as(dialect).isEqualTo(before);
      }
    }
    assertThat(answered).isEqualTo(row.statuses());
  }

  /** Everything that can be read, as text. */
  private static String state(TestConnection connection, Map<String, String> ids) {
    return connection.scim().get("/scim/v2/Users/" + ids.get("USER")).text()
        + connection.scim().get("/scim/v2/Groups/" + ids.get("GROUP")).text();
  }

  @Test
  void membersOfAPutAreKeptWhereOktaLeavesThemOutOrNull() {
    for (String body : List.of(group(""), group(",'members':null"))) {
      assertThat(membersAfterPut("okta", body)).isEqualTo(1);
      assertThat(membersAfterPut("rfc", body)).isZero();
    }
    assertThat(membersAfterPut("interop", group(""))).isZero();
  }

  @Test
  void membersStayWhereAnOperationNullsThemInOktasWay() {
    String nulled = patch("{'op':'replace','path':'members','value':null}");
    assertThat(membersAfterPatch("okta", nulled)).isEqualTo(1);
    assertThat(membersAfterPatch("rfc", nulled)).isZero();
    String removed = patch("{'op':'remove','path':'members','value':null}");
    for (String dialect : DIALECTS) {
      assertThat(membersAfterPatch(dialect, removed)).as(dialect).isZero();
    }
  }

  private int membersAfterPatch(String dialect, String body) {
    TestConnection connection = connection(dialect);
    Map<String, String> ids = people(connection);
    String group = "/Groups/" + ids.get("GROUP");
    assertThat(send(connection, "PATCH", group, body).status()).isIn(200, 204);
    return connection.scim().get("/scim/v2" + group).json().at("/members").size();
  }

  private int membersAfterPut(String dialect, String body) {
    TestConnection connection = connection(dialect);
    Map<String, String> ids = people(connection);
    Reply put = send(connection, "PUT", "/Groups/" + ids.get("GROUP"), body);
    assertThat(put.status()).isEqualTo(200);
    return put.json().at("/members").size();
  }

  @Test
  void aPatchOfAGroupIsAnsweredWithItWhereItsColumnSaysSo() {
    for (String dialect : DIALECTS) {
      TestConnection connection = connection(dialect);
      Map<String, String> ids = people(connection);
      String body = patch("{'op':'replace','path':'displayName','value':'ops'}");
      Reply wanted =
          send(connection, "PATCH", "/Groups/" + ids.get("GROUP") + "?attributes=members", body);
      assertThat(wanted.status()).as(dialect).isEqualTo(200);
      assertThat(wanted.json().at("/members").size()).isEqualTo(1);
    }
  }

  @Test
  void aPushOfADeactivatedPersonRestoresForOktaAlone() {
    List<Integer> answered = new ArrayList<>();
    for (String dialect : DIALECTS) {
      TestConnection connection = connection(dialect);
      Map<String, String> ids = people(connection);
      send(
          connection,
          "PATCH",
          "/Users/" + ids.get("USER"),
          patch("{'op':'replace','path':'active','value':false}"));
      Reply again = send(connection, "POST", "/Users", user("'externalId':'e1','active':true"));
      answered.add(again.status());
      if (again.status() == 201) {
        assertThat(again.at("/id")).isEqualTo(ids.get("USER"));
      }
    }
    assertThat(answered).containsExactly(201, 409, 409);
  }

  @Test
  void preconditionsOfChangesAreRefusedByInteropAndNotedByAll() {
    for (String dialect : DIALECTS) {
      TestConnection connection = connection(dialect);
      Map<String, String> ids = people(connection);
      Reply reply =
          connection
              .scim()
              .with("If-Match", "*")
              .patch(
                  "/scim/v2/Users/" + ids.get("USER"),
                  patch("{'op':'replace','path':'title','value':'x'}"));
      assertThat(reply.status()).as(dialect).isEqualTo(dialect.equals("interop") ? 400 : 200);
      assertThat(activity(reply)).as(dialect).contains("breaks interop: conditional header");
    }
  }

  @Test
  void otherMediaTypesAreNoted() {
    TestConnection connection = connection("okta");
    Reply reply =
        connection
            .scim()
            .with("Content-Type", "application/json")
            .post("/scim/v2/Users", user("'active':true"));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(activity(reply)).contains("breaks interop: other Content-Type");
  }
}
