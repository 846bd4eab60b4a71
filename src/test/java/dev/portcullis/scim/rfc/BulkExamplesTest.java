package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertFault;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** RFC 7644 §3.7: bulk operations. */
@OnBothDatabases
class BulkExamplesTest {

  private static final String ALICE =
      """
      {"method":"POST","path":"/Users","bulkId":"qwerty","data":{
        "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"Alice"}}\
      """;

  private static final String GUIDES =
      """
      {"method":"POST","path":"/Groups","bulkId":"ytrewq","data":{
        "schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Tour Guides",
        "members":[{"type":"User","value":"bulkId:qwerty"}]}}\
      """;

  private static final String BOB =
      """
      {"method":"POST","path":"/Users","bulkId":"ytrewq","data":{
        "schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                   "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
        "userName":"Bob",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{
          "employeeNumber":"11250","manager":{"value":"bulkId:qwerty"}}}}\
      """;

  private final ScimClient scim;

  BulkExamplesTest(TestDatabase database) {
    this.scim = Example.client(database);
  }

  /** The operations of a reply that stands as a whole. */
  private static List<JsonNode> operations(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    assertThat(texts(reply.json().at("/schemas")))
        .containsExactly("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
    List<JsonNode> operations = new ArrayList<>();
    reply.json().at("/Operations").forEach(operations::add);
    return operations;
  }

  private static List<String> statuses(Reply reply) {
    return operations(reply).stream().map(o -> o.at("/status").asString("")).toList();
  }

  private static String id(JsonNode operation) {
    String location = operation.at("/location").asString("");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  @Test
  void aGroupRefersToAUserOfTheSameRequest() {
    Reply reply = scim.bulk(ALICE, GUIDES);
    assertThat(statuses(reply)).containsExactly("201", "201");
    JsonNode alice = operations(reply).get(0);
    JsonNode guides = operations(reply).get(1);
    assertThat(alice.at("/method").asString("")).isEqualTo("POST");
    assertThat(alice.at("/bulkId").asString("")).isEqualTo("qwerty");
    assertThat(alice.at("/location").asString("")).contains("/scim/v2/Users/");
    assertThat(alice.has("response")).isFalse();
    assertThat(guides.at("/bulkId").asString("")).isEqualTo("ytrewq");
    assertThat(guides.at("/version").asString(""))
        .isEqualTo(scim.get("/Groups/" + id(guides)).at("/meta/version"));
    assertThat(scim.members(id(guides))).containsExactly(id(alice));
    assertThat(scim.get("/Users/" + id(alice)).at("/groups/0/display")).isEqualTo("Tour Guides");
  }

  @Test
  void theOrderDoesNotMatterToReferences() {
    Reply reply = scim.bulk(GUIDES, ALICE);
    assertThat(statuses(reply)).containsExactly("201", "201");
    assertThat(scim.members(id(operations(reply).get(0))))
        .containsExactly(id(operations(reply).get(1)));
  }

  @Test
  void aManagerIsAUserOfTheSameRequest() {
    Reply reply = scim.bulk(ALICE, BOB);
    assertThat(statuses(reply)).containsExactly("201", "201");
    JsonNode bob = scim.get("/Users/" + id(operations(reply).get(1))).json();
    JsonNode enterprise = bob.path(ScimClient.ENTERPRISE);
    assertThat(enterprise.at("/employeeNumber").asString("")).isEqualTo("11250");
    assertThat(enterprise.at("/manager/value").asString(""))
        .isEqualTo(id(operations(reply).get(0)));
    assertThat(enterprise.at("/manager/$ref").asString(""))
        .isEqualTo(operations(reply).get(0).at("/location").asString(""));
  }

  @Test
  void twoUsersManageEachOther() {
    String alice =
        BOB.replace("ytrewq", "a")
            .replace("\"Bob\"", "\"Alice\"")
            .replace("bulkId:qwerty", "bulkId:b");
    String bob = BOB.replace("ytrewq", "b").replace("bulkId:qwerty", "bulkId:a");
    Reply reply = scim.bulk(alice, bob);
    assertThat(statuses(reply)).containsExactly("201", "201");
    String first = id(operations(reply).get(0));
    String second = id(operations(reply).get(1));
    assertThat(manager(first)).isEqualTo(second);
    assertThat(manager(second)).isEqualTo(first);
    assertThat(operations(reply).get(0).at("/version").asString(""))
        .isEqualTo(scim.get("/Users/" + first).at("/meta/version"));
  }

  private String manager(String userId) {
    return scim.get("/Users/" + userId)
        .json()
        .path(ScimClient.ENTERPRISE)
        .at("/manager/value")
        .asString("");
  }

  @Test
  void groupsWithinGroupsAreRefusedInACircleToo() {
    String group =
        """
        {"method":"POST","path":"/Groups","bulkId":"%s","data":{
          "schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Group %s",
          "members":[{"type":"Group","value":"bulkId:%s"}]}}\
        """;
    Reply reply =
        scim.bulk(
            group.formatted("qwerty", "A", "ytrewq"), group.formatted("ytrewq", "B", "qwerty"));
    assertThat(operations(reply)).hasSize(2);
    for (JsonNode operation : operations(reply)) {
      int status = Integer.parseInt(operation.at("/status").asString(""));
      assertThat(status).isIn(400, 409);
      assertFault(operation.at("/response"), status);
    }
    assertThat(reply.text()).contains("members.type");
    assertThat(scim.get("/Groups").json().at("/totalResults").intValue()).isZero();
  }

  @Test
  void oneRequestCreatesReplacesPatchesAndDeletes() {
    String put = scim.user("bob");
    String patched = scim.user("dan", ",\"nickName\":\"Danny\"");
    String deleted = scim.user("eve");
    Reply reply =
        scim.post(
            "/Bulk",
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":1,
             "Operations":[
              %s,
              {"method":"PUT","path":"/Users/%s","version":%s,"data":{
                "schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"%s","userName":"Bob"}},
              {"method":"PATCH","path":"/Users/%s","version":%s,"data":{
                "schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                "Operations":[{"op":"remove","path":"nickName"},
                              {"op":"add","path":"userName","value":"Dave"}]}},
              {"method":"DELETE","path":"/Users/%s","version":%s}]}\
            """
                .formatted(
                    ALICE,
                    put,
                    version(put),
                    put,
                    patched,
                    version(patched),
                    deleted,
                    version(deleted)));
    assertThat(statuses(reply)).containsExactly("201", "200", "200", "204");
    assertThat(operations(reply))
        .extracting(o -> o.at("/method").asString(""))
        .containsExactly("POST", "PUT", "PATCH", "DELETE");
    assertThat(id(operations(reply).get(1))).isEqualTo(put);
    assertThat(id(operations(reply).get(2))).isEqualTo(patched);
    assertThat(scim.get("/Users/" + put).at("/userName")).isEqualTo("Bob");
    assertThat(scim.get("/Users/" + patched).at("/userName")).isEqualTo("Dave");
    assertThat(scim.get("/Users/" + patched).json().has("nickName")).isFalse();
    assertThat(scim.get("/Users/" + deleted).status()).isEqualTo(404);
  }

  /** A user's version as JSON text. */
  private String version(String userId) {
    return scim.get("/Users/" + userId).json().at("/meta/version").toString();
  }

  @Test
  void itEndsAtTheFirstErrorsWhereTheClientWantsThat() {
    String broken = ALICE.replace("\"Alice\"", "5").replace("qwerty", "broken");
    String after = ALICE.replace("Alice", "Carol").replace("qwerty", "carol");
    Reply reply =
        scim.post(
            "/Bulk",
            "{\"schemas\":[\"%s\"],\"failOnErrors\":1,\"Operations\":[%s,%s,%s]}"
                .formatted(ScimClient.BULK, ALICE, broken, after));
    assertThat(statuses(reply)).containsExactly("201", "400");
    assertFault(operations(reply).get(1).at("/response"), 400);
    assertThat(operations(reply).get(1).at("/response/scimType").asString(""))
        .isEqualTo("invalidValue");
    assertThat(scim.get("/Users").json().at("/totalResults").intValue()).isEqualTo(1);
    Reply all = scim.bulk(broken, after);
    assertThat(statuses(all)).containsExactly("400", "201");
  }

  @Test
  void operationsThatFailSayWhy() {
    scim.user("Alice");
    Reply reply =
        scim.bulk(
            ALICE,
            "{\"method\":\"DELETE\",\"path\":\"/Users/%s\"}".formatted(Example.NOBODY),
            GUIDES,
            "{\"method\":\"PUT\",\"path\":\"/Nothing/1\",\"data\":{}}");
    assertThat(statuses(reply).subList(0, 3)).containsExactly("409", "404", "409");
    assertThat(statuses(reply).get(3)).startsWith("4");
    for (JsonNode operation : operations(reply)) {
      assertFault(
          operation.at("/response"), Integer.parseInt(operation.at("/status").asString("")));
    }
    assertThat(operations(reply).get(2).at("/response/detail").asString("")).contains("qwerty");
    assertThat(scim.get("/Groups").json().at("/totalResults").intValue()).isZero();
  }

  @Test
  void moreThanIsAdvertisedIsTooLarge() {
    int most = scim.get("/ServiceProviderConfig").json().at("/bulk/maxOperations").intValue();
    assertThat(most).isEqualTo(1000);
    String[] many =
        IntStream.rangeClosed(0, most)
            .mapToObj(i -> ALICE.replace("qwerty", "b" + i).replace("Alice", "user" + i))
            .toArray(String[]::new);
    assertRefused(scim.bulk(many), 413, "", "1000");
    int bytes = scim.get("/ServiceProviderConfig").json().at("/bulk/maxPayloadSize").intValue();
    String large = ALICE.replace("Alice", "a".repeat(bytes));
    assertRefused(scim.bulk(large), 413, "");
    assertThat(scim.get("/Users").json().at("/totalResults").intValue()).isZero();
  }

  @Test
  void aMessageThatIsNoBulkRequestIsRefused() {
    for (Map.Entry<String, String> bad :
        Map.of(
                "{\"Operations\":[" + ALICE + "]}", "schemas",
                "{\"schemas\":[\"" + ScimClient.BULK + "\"]}", "Operations",
                "{\"schemas\":[\"" + ScimClient.BULK + "\"],\"Operations\":{}}", "Operations",
                "{\"schemas\":[\"" + ScimClient.PATCH + "\"],\"Operations\":[]}", "schemas")
            .entrySet()) {
      Reply reply = scim.post("/Bulk", bad.getKey());
      assertThat(reply.status()).as(bad.getKey()).isEqualTo(400);
      assertFault(reply);
      assertThat(reply.at("/detail")).contains(bad.getValue());
    }
    assertRefused(scim.get("/Bulk"), 405, "");
  }
}
