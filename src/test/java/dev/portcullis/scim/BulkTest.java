package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.StatementCounting;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Several operations in one request (RFC 7644 §3.7). */
@OnBothDatabases
class BulkTest {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  private static final String UNKNOWN = "0198aaaa-0000-7000-8000-000000000001";

  private final PortcullisServer server;
  private final Tenant tenant;
  private final TestConnection connection;
  private final HttpCaller scim;

  BulkTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = ScimTenants.tenant(database);
    this.connection = ScimTenants.connection(database);
    this.scim = connection.scim();
  }

  private Reply bulk(String... operations) {
    return bulkWith("", operations);
  }

  private Reply bulkWith(String more, String... operations) {
    return scim.post(
        "/scim/v2/Bulk",
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"]%s,\"Operations\":[%s]}"
            .formatted(more, String.join(",", operations)));
  }

  private static String user(String bulkId) {
    return """
    {"method":"POST","path":"/Users","bulkId":"%1$s","data":{
     "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s"}}
    """
        .formatted(bulkId);
  }

  private static String userUnder(String bulkId, String manager) {
    return """
    {"method":"POST","path":"/Users","bulkId":"%1$s","data":{
     "schemas":["urn:ietf:params:scim:schemas:core:2.0:User","%2$s"],"userName":"%1$s",
     "%2$s":{"department":"d","manager":{"value":"%3$s"}}}}
    """
        .formatted(bulkId, ENTERPRISE, manager);
  }

  private static String group(String bulkId, String... members) {
    return """
    {"method":"POST","path":"/Groups","bulkId":"%1$s","data":{
     "schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%1$s",
     "members":[%2$s]}}
    """
        .formatted(
            bulkId,
            List.of(members).stream()
                .map("{\"value\":\"%s\",\"type\":\"User\"}"::formatted)
                .collect(Collectors.joining(",")));
  }

  private static JsonNode results(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    assertThat(reply.at("/schemas/0"))
        .isEqualTo("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
    return reply.json().at("/Operations");
  }

  private static List<String> statuses(Reply reply) {
    return StreamSupport.stream(results(reply).spliterator(), false)
        .map(result -> result.at("/status").stringValue())
        .toList();
  }

  private Reply made(Reply reply, int place) {
    String location = reply.at("/Operations/" + place + "/location");
    return scim.get(location.substring(location.indexOf("/scim/v2")));
  }

  private static String idOf(Reply reply, int place) {
    String location = reply.at("/Operations/" + place + "/location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private String everything() {
    return scim.get("/scim/v2/Users").text() + scim.get("/scim/v2/Groups").text();
  }

  @Test
  void everyOperationEndsAsItWouldByItself() {
    Reply first = bulk(user("anna"), user("ben"), group("team", "bulkId:anna"));
    assertThat(statuses(first)).containsExactly("201", "201", "201");
    JsonNode anna = results(first).get(0);
    assertThat(anna.propertyNames())
        .containsExactly("method", "bulkId", "location", "version", "status");
    assertThat(anna.at("/bulkId").asString()).isEqualTo("anna");
    assertThat(anna.at("/version").asString()).isEqualTo(made(first, 0).header("ETag"));
    assertThat(made(first, 0).at("/userName")).isEqualTo("anna");
    assertThat(made(first, 2).at("/members/0/value")).isEqualTo(idOf(first, 0));

    Reply second =
        bulk(
            """
            {"method":"put","path":"/Users/%s","data":{"userName":"Anna",
             "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"]}}
            """
                .formatted(idOf(first, 0)),
            """
            {"method":"PATCH","path":"Users/%s","data":[
              {"op":"add","path":"nickName","value":"Benny"}]}
            """
                .formatted(idOf(first, 1)),
            """
            {"method":"PATCH","path":"/Groups/%s","data":{
             "schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"remove","path":"members"}]}}
            """
                .formatted(idOf(first, 2)),
            "{\"method\":\"DELETE\",\"path\":\"/Groups/%s\"}".formatted(idOf(first, 2)));
    assertThat(statuses(second)).containsExactly("200", "200", "204", "204");
    assertThat(results(second).get(0).at("/method").asString()).isEqualTo("PUT");
    assertThat(results(second).get(3).at("/location"))
        .isEqualTo(results(first).get(2).at("/location"));
    assertThat(made(first, 0).at("/userName")).isEqualTo("Anna");
    assertThat(made(first, 1).at("/nickName")).isEqualTo("Benny");
    assertThat(made(first, 1).header("ETag")).isEqualTo(second.at("/Operations/1/version"));
    assertThat(made(first, 2).status()).isEqualTo(404);
  }

  @Test
  void whatFailsIsToldAndTheRestIsDone() {
    Reply reply =
        bulk(
            user("anna"),
            "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"x\",\"data\":{\"userName\":\"x\"}}",
            user("anna").replace("\"bulkId\":\"anna\"", "\"bulkId\":\"again\""),
            "{\"method\":\"DELETE\",\"path\":\"/Users/%s\"}".formatted(UNKNOWN),
            "{\"method\":\"PATCH\",\"path\":\"/Users/%s\"}".formatted(UNKNOWN),
            "{\"method\":\"PUT\",\"path\":\"/Users\",\"data\":{}}",
            "{\"method\":\"DELETE\",\"path\":\"/Schemas/x\"}",
            "{\"method\":\"POST\",\"path\":\"/Bulk\",\"bulkId\":\"y\",\"data\":{}}",
            user("ben"));
    assertThat(statuses(reply))
        .containsExactly("201", "400", "409", "404", "400", "405", "404", "404", "201");
    JsonNode wrong = results(reply).get(1);
    assertThat(wrong.propertyNames()).containsExactly("method", "bulkId", "status", "response");
    assertThat(wrong.at("/response/schemas/0").asString())
        .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
    assertThat(wrong.at("/response/status").stringValue()).isEqualTo("400");
    assertThat(wrong.at("/response/scimType").asString()).isEqualTo("invalidValue");
    assertThat(reply.at("/Operations/2/response/scimType")).isEqualTo("uniqueness");
    assertThat(reply.at("/Operations/3/location")).endsWith("/scim/v2/Users/" + UNKNOWN);
    assertThat(scim.get("/scim/v2/Users").at("/totalResults")).isEqualTo("2");
    Reply activity = tenant.admin().get("/v1/activity?trace=" + reply.header("X-Trace-Id"));
    assertThat(activity.text()).contains("/scim/v2/Bulk", "operation 2: ", "`schemas`");
  }

  @Test
  void afterEnoughErrorsNothingIsBegun() {
    String wrong = "{\"method\":\"DELETE\",\"path\":\"/Users/%s\"}".formatted(UNKNOWN);
    assertThat(statuses(bulkWith(",\"failOnErrors\":1", user("a"), wrong, user("b"))))
        .containsExactly("201", "404");
    assertThat(statuses(bulkWith(",\"failOnErrors\":2", wrong, user("c"), wrong, user("d"))))
        .containsExactly("404", "201", "404");
    assertThat(scim.get("/scim/v2/Users").at("/totalResults")).isEqualTo("2");
  }

  @Test
  void anOperationIsDoneOnTheVersionThatItIsMeantForAlone() {
    Reply made = bulk(user("anna"));
    String delete =
        "{\"method\":\"DELETE\",\"path\":\"/Users/%s\",\"version\":\"%s\"}"
            .formatted(idOf(made, 0), "%s");
    assertThat(statuses(bulk(delete.formatted("W/\\\"0\\\"")))).containsExactly("412");
    assertThat(made(made, 0).status()).isEqualTo(200);
    String version = made.at("/Operations/0/version").replace("\"", "\\\"");
    assertThat(statuses(bulk(delete.formatted(version)))).containsExactly("204");
  }

  @Test
  void anOperationWaitsForWhatItRefersTo() {
    Reply reply =
        bulk(
            group("team", "bulkId:anna", "bulkId:ben"),
            "{\"method\":\"PATCH\",\"path\":\"/Users/bulkId:anna\",\"data\":[{\"op\":\"add\",\"path\":\"%s:manager.value\",\"value\":\"bulkId:ben\"}]}"
                .formatted(ENTERPRISE),
            user("anna"),
            user("ben"),
            "{\"method\":\"PATCH\",\"path\":\"/Groups/bulkId:team\",\"data\":[{\"op\":\"remove\",\"path\":\"members[value eq \\\"bulkId:ben\\\"]\"}]}");
    assertThat(statuses(reply)).containsExactly("201", "200", "201", "201", "204");
    assertThat(made(reply, 0).at("/members/0/value")).isEqualTo(idOf(reply, 2));
    assertThat(made(reply, 0).json().at("/members")).hasSize(1);
    assertThat(made(reply, 2).json().at("/" + ENTERPRISE + "/manager/value").asString())
        .isEqualTo(idOf(reply, 3));
  }

  @Test
  void operationsMayReferToEachOtherInACircle() {
    Reply reply =
        bulk(
            userUnder("anna", "bulkId:ben"),
            userUnder("ben", "bulkId:carl"),
            userUnder("carl", "bulkId:anna"),
            userUnder("dora", "bulkId:dora"),
            group("team", "bulkId:carl", "bulkId:dora"));
    assertThat(statuses(reply)).containsOnly("201").hasSize(5);
    for (int place = 0; place < 3; place++) {
      Reply user = made(reply, place);
      assertThat(user.json().at("/" + ENTERPRISE + "/manager/value").asString())
          .isEqualTo(idOf(reply, (place + 1) % 3));
      assertThat(user.at("/" + ENTERPRISE + "/department")).isEqualTo("d");
      assertThat(user.header("ETag")).isEqualTo(reply.at("/Operations/" + place + "/version"));
    }
    assertThat(made(reply, 3).at("/" + ENTERPRISE + "/manager/value")).isEqualTo(idOf(reply, 3));
    assertThat(made(reply, 4).json().at("/members")).hasSize(2);
  }

  @Test
  void ofACircleInWhichOneFailsNothingIsMade() {
    bulk(user("taken"));
    String before = everything();
    Reply reply =
        bulk(
            userUnder("anna", "bulkId:ben"),
            userUnder("ben", "bulkId:taken"),
            userUnder("taken", "bulkId:anna"),
            group("team", "bulkId:anna"));
    assertThat(statuses(reply)).containsOnly("409").hasSize(4);
    assertThat(reply.at("/Operations/0/response/detail")).contains("`bulkId:taken`", "operation 3");
    assertThat(reply.at("/Operations/2/response/scimType")).isEqualTo("uniqueness");
    assertThat(reply.at("/Operations/3/response/detail")).contains("`bulkId:anna`", "operation 1");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aReferenceToNothingIsNeverStored() {
    String before = everything();
    Reply reply =
        bulk(
            group("team", "bulkId:nobody"),
            userUnder("anna", "bulkId:team"),
            "{\"method\":\"DELETE\",\"path\":\"/Users/bulkId:nobody\"}",
            "{\"method\":\"PATCH\",\"bulkId\":\"p\",\"path\":\"/Groups/%s\",\"data\":[{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"bulkId:p\"}]}]}"
                .formatted(UNKNOWN));
    assertThat(statuses(reply)).containsOnly("409").hasSize(4);
    assertThat(reply.at("/Operations/0/response/detail")).contains("`bulkId:nobody`");
    assertThat(reply.at("/Operations/1/response/detail")).contains("`bulkId:team`", "operation 1");
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{}|400|invalidValue|schemas",
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{}]}|400|invalidValue|BulkRequest",
        "{\"schemas\":[\"#\"]}|400|invalidSyntax|Operations",
        "{\"schemas\":[\"#\"],\"Operations\":[]}|400|invalidSyntax|Operations",
        "{\"schemas\":[\"#\"],\"Operations\":{}}|400|invalidSyntax|Operations",
        "{\"schemas\":[\"#\"],\"Operations\":[5]}|400|invalidSyntax|operation 1",
        "{\"schemas\":[\"#\"],\"Operations\":[{\"method\":\"GET\",\"path\":\"/Users\"}]}|400|invalidSyntax|method",
        "{\"schemas\":[\"#\"],\"Operations\":[{\"path\":\"/Users\"}]}|400|invalidSyntax|method",
        "{\"schemas\":[\"#\"],\"Operations\":[{\"method\":\"DELETE\"}]}|400|invalidSyntax|path",
        "{\"schemas\":[\"#\"],\"Operations\":[{\"method\":\"DELETE\",\"path\":5}]}|400|invalidValue|path",
        "{\"schemas\":[\"#\"],\"Operations\":[{\"method\":\"POST\",\"path\":\"/Users\",\"data\":{}}]}|400|invalidValue|bulkId",
        "{\"schemas\":[\"#\"],\"Operations\":[{\"method\":\"DELETE\",\"path\":\"/Users/1\",\"bulkId\":\"a\"},{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\"}]}|400|invalidValue|operation 2",
        "{\"schemas\":[\"#\"],\"failOnErrors\":0,\"Operations\":[{\"method\":\"DELETE\",\"path\":\"/Users/1\"}]}|400|invalidValue|failOnErrors",
        "{\"schemas\":[\"#\"],\"failOnErrors\":\"1\",\"Operations\":[{\"method\":\"DELETE\",\"path\":\"/Users/1\"}]}|400|invalidValue|failOnErrors",
        "{\"schemas\":[\"#\"],\"failOnErrors\":1.5,\"Operations\":[{\"method\":\"DELETE\",\"path\":\"/Users/1\"}]}|400|invalidValue|failOnErrors"
      })
  void aRequestWhoseOperationsCannotBeToldIsRefusedAsAWhole(
      String body, int status, String scimType, String named) {
    Reply reply =
        scim.post(
            "/scim/v2/Bulk",
            body.replace("#", "urn:ietf:params:scim:api:messages:2.0:BulkRequest"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.at("/scimType")).isEqualTo(scimType);
    assertThat(reply.at("/detail")).contains(named);
  }

  @Test
  void asManyOperationsAsAreAdvertisedAreTakenAndNotOneMore() {
    String[] deletes =
        IntStream.range(0, 1_000)
            .mapToObj(_ -> "{\"method\":\"DELETE\",\"path\":\"/Users/%s\"}".formatted(UNKNOWN))
            .toArray(String[]::new);
    assertThat(statuses(bulk(deletes))).hasSize(1_000).containsOnly("404");
    Reply tooMany = bulk(String.join(",", deletes), deletes[0]);
    assertThat(tooMany.status()).isEqualTo(413);
    assertThat(tooMany.at("/status")).isEqualTo("413");
    assertThat(tooMany.at("/detail")).contains("1000");
  }

  /** What a thousand operations cost follows from it: seconds, of the sixty that Okta waits. */
  @Test
  void anOperationCostsNoMoreStatementsThanByItself() {
    String[] users = IntStream.range(0, 50).mapToObj(i -> user("u" + i)).toArray(String[]::new);
    int alone;
    try (StatementCounting.Count count = server.countStatements()) {
      scim.post(
          "/scim/v2/Users",
          "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"alone\"}");
      alone = count.statements().size();
    }
    try (StatementCounting.Count count = server.countStatements()) {
      assertThat(statuses(bulk(users))).hasSize(50).containsOnly("201");
      assertThat(count.statements().size()).isLessThanOrEqualTo(50 * alone);
    }
  }

  @Test
  void aLargeCircleIsMade() {
    String[] users =
        IntStream.range(0, 100)
            .mapToObj(i -> userUnder("u" + i, "bulkId:u" + (i + 1) % 100))
            .toArray(String[]::new);
    Reply reply = bulk(group("all", "bulkId:u99"), String.join(",", users));
    assertThat(statuses(reply)).hasSize(101).containsOnly("201");
    assertThat(made(reply, 100).at("/" + ENTERPRISE + "/manager/value")).isEqualTo(idOf(reply, 1));
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    Reply reply = scim.post("/scim/v2/Bulk", "{\"x\":\"" + "x".repeat(1_048_576) + "\"}");
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.at("/detail")).contains("1 MiB");
    String deep = "{\"data\":" + "[".repeat(40) + "]".repeat(40) + "}";
    assertThat(scim.post("/scim/v2/Bulk", deep).at("/scimType")).isEqualTo("invalidSyntax");
  }

  @Test
  void itMayOnlyBePosted() {
    Reply reply = scim.get("/scim/v2/Bulk");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST, OPTIONS");
  }
}
