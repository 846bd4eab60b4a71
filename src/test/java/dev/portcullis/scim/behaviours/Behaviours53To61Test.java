package dev.portcullis.scim.behaviours;

import static dev.portcullis.testing.ScimReplies.assertFault;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Behaviours 53 to 61: deleting, errors, headers, discovery, bulk. */
@OnBothDatabases
class Behaviours53To61Test {

  private final Dialects dialects;

  Behaviours53To61Test(TestDatabase database) {
    this.dialects = new Dialects(database);
  }

  @InBothDialects
  void n53WhoIsDeletedIsGone(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = scim.user("a");
    String group = scim.group("g", id);
    Reply deleted = scim.delete("/Users/" + id);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    assertRefused(scim.delete("/Users/" + id), 404, "");
    assertThat(scim.get("/Users").json().at("/totalResults").intValue()).isZero();
    assertThat(scim.members(group)).isEmpty();
  }

  @InBothDialects
  void n54AnUnknownAddressIsAnErrorOfScim(String dialect) {
    ScimClient scim = dialects.client(dialect);
    for (String path : List.of("/nonsense", "/Users/a/b/c", "/Nothing/1", "/v2")) {
      assertRefused(scim.get(path), 404, "");
    }
  }

  @InBothDialects
  void n55A401NamesTheScheme(String dialect) {
    Reply reply = dialects.client(dialect).with("Authorization", "Bearer x").get("/Users");
    assertRefused(reply, 401, "");
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @InBothDialects
  void n56AnErrorsStatusIsAText(String dialect) {
    Reply reply = dialects.client(dialect).post("/Users", "{}");
    assertFault(reply);
    assertThat(reply.json().at("/status").isString()).isTrue();
  }

  @InBothDialects
  void n57TheContentTypeIsExactlyScims(String dialect) {
    ScimClient scim = dialects.client(dialect).with("Accept", "application/json");
    assertThat(scim.get("/Users").header("Content-Type")).isEqualTo("application/scim+json");
    assertThat(scim.get("/x").header("Content-Type")).isEqualTo("application/scim+json");
  }

  @InBothDialects
  void n58VersionsGuardReadsAndWrites(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String address = "/Users/" + scim.user("a");
    Reply read = scim.get(address);
    assertResource(read, 200);
    String version = read.header("ETag");
    assertThat(scim.with("If-None-Match", version).get(address).status()).isEqualTo(304);
    assertThat(scim.with("If-None-Match", "*").get(address).status()).isEqualTo(304);
    assertRefused(
        scim.with("If-Match", "W/\"old\"").put(address, ScimClient.userBody("b", "")), 412, "");
    assertResource(scim.with("If-Match", version).put(address, ScimClient.userBody("b", "")), 200);
  }

  @InBothDialects
  void n59DiscoveryIsReadOnlyAndComplete(String dialect) {
    ScimClient scim = dialects.client(dialect);
    for (String path : List.of("/ServiceProviderConfig", "/Schemas", "/ResourceTypes")) {
      assertThat(scim.get(path).status()).isEqualTo(200);
      assertRefused(scim.post(path, "{}"), 405, "");
      assertRefused(scim.query(path, "filter", "id pr"), 403, "");
    }
    for (JsonNode type : scim.get("/ResourceTypes").json().at("/Resources")) {
      assertThat(scim.get("/ResourceTypes/" + type.at("/id").asString("")).status()).isEqualTo(200);
      assertThat(scim.get("/Schemas/" + type.at("/schema").asString("")).status()).isEqualTo(200);
      for (JsonNode extension : type.at("/schemaExtensions")) {
        String urn = extension.at("/schema").asString("");
        assertThat(scim.get("/Schemas/" + urn).status()).isEqualTo(200);
      }
    }
    assertRefused(scim.get("/Schemas/urn:nonsense"), 404, "");
    assertRefused(scim.get("/ResourceTypes/Nonsense"), 404, "");
  }

  @InBothDialects
  void n60TheUserSchemaSaysWhatIsEnforced(String dialect) {
    JsonNode schema = dialects.client(dialect).get("/Schemas/" + ScimClient.USER).json();
    assertThat(characteristics(schema, "groups")).startsWith("readOnly");
    assertThat(characteristics(schema, "password")).startsWith("writeOnly never");
    assertThat(characteristics(schema, "userName")).isEqualTo("readWrite default server true");
    assertThat(characteristics(schema, "emails")).endsWith("false");
  }

  private static String characteristics(JsonNode schema, String name) {
    for (JsonNode attribute : schema.at("/attributes")) {
      if (attribute.at("/name").asString("").equals(name)) {
        return String.join(
            " ",
            attribute.at("/mutability").asString(""),
            attribute.at("/returned").asString(""),
            attribute.at("/uniqueness").asString(""),
            attribute.at("/required").asString(""));
      }
    }
    throw new AssertionError("no attribute " + name);
  }

  @InBothDialects
  void n61BulkDoesWhatItAdvertises(String dialect) {
    ScimClient scim = dialects.client(dialect);
    assertThat(scim.get("/ServiceProviderConfig").json().at("/bulk/supported").asBoolean(false))
        .isTrue();
    String user =
        "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"u\",\"data\":"
            + ScimClient.userBody("a", "")
            + "}";
    String group =
        """
        {"method":"POST","path":"/Groups","bulkId":"g","data":{"schemas":["%s"],
         "displayName":"G","members":[{"value":"bulkId:u"}]}}\
        """
            .formatted(ScimClient.GROUP);
    Reply reply = scim.bulk(group, user);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.at("/Operations/0/status")).isEqualTo("201");
    assertThat(reply.at("/Operations/1/status")).isEqualTo("201");
    assertThat(scim.get("/Groups").json().at("/Resources/0/members").size()).isEqualTo(1);
    String wrong = ScimClient.bulkRequest(user).replace(ScimClient.BULK, ScimClient.PATCH);
    assertThat(scim.post("/Bulk", wrong).status()).isEqualTo(400);
  }
}
