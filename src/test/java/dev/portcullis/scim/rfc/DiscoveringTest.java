package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertList;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** RFC 7644 §4 with RFC 9865 §2: what the server says of itself. */
@OnBothDatabases
class DiscoveringTest {

  private final ScimClient scim;

  DiscoveringTest(TestDatabase database) {
    this.scim = Example.client(database);
  }

  @Test
  void theConfigurationSaysWhatWorks() {
    Reply reply = scim.get("/ServiceProviderConfig");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    JsonNode config = reply.json();
    assertThat(reply.at("/schemas/0"))
        .isEqualTo("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig");
    for (String feature : List.of("patch", "bulk", "filter", "sort", "etag")) {
      assertThat(config.at("/" + feature + "/supported").booleanValue(false)).as(feature).isTrue();
    }
    assertThat(config.at("/changePassword/supported").booleanValue(true)).isFalse();
    assertThat(config.at("/bulk/maxOperations").intValue()).isEqualTo(1000);
    assertThat(config.at("/bulk/maxPayloadSize").intValue()).isEqualTo(1048576);
    assertThat(config.at("/filter/maxResults").intValue()).isEqualTo(200);
    assertThat(config.at("/pagination"))
        .isEqualTo(
            ScimClient.json(
                """
                {"cursor":true,"index":true,"defaultPaginationMethod":"index",
                 "defaultPageSize":100,"maxPageSize":200,"cursorTimeout":3600}\
                """));
    for (JsonNode scheme : config.at("/authenticationSchemes")) {
      assertThat(scheme.propertyNames()).contains("name", "description", "type");
    }
    assertThat(reply.at("/authenticationSchemes/0/type")).isEqualTo("oauthbearertoken");
    assertThat(reply.at("/meta/resourceType")).isEqualTo("ServiceProviderConfig");
    assertThat(reply.at("/meta/location")).endsWith("/scim/v2/ServiceProviderConfig");
  }

  @Test
  void theResourceTypesNameEndpointsAndSchemasThatAreThere() {
    Reply types = scim.get("/ResourceTypes");
    assertThat(assertList(types)).hasSize(2);
    assertThat(ScimClient.each(types, "/id")).containsExactlyInAnyOrder("User", "Group");
    for (JsonNode type : types.json().at("/Resources")) {
      String id = type.at("/id").asString("");
      assertThat(scim.get("/ResourceTypes/" + id).json()).isEqualTo(type);
      assertThat(type.at("/meta/location").asString("")).endsWith("/scim/v2/ResourceTypes/" + id);
      assertThat(type.at("/meta/resourceType").asString("")).isEqualTo("ResourceType");
      assertList(scim.get(type.at("/endpoint").asString("")));
      assertThat(scim.get("/Schemas/" + type.at("/schema").asString("")).status()).isEqualTo(200);
      for (JsonNode extension : type.at("/schemaExtensions")) {
        String urn = extension.at("/schema").asString("");
        assertThat(scim.get("/Schemas/" + urn).status()).isEqualTo(200);
        assertThat(extension.at("/required").booleanValue(true)).isFalse();
      }
    }
  }

  @Test
  void theSchemasAreListedAndReadOneByOne() {
    Reply schemas = scim.get("/Schemas");
    assertThat(assertList(schemas)).hasSize(3);
    assertThat(ScimClient.each(schemas, "/id"))
        .containsExactlyInAnyOrder(ScimClient.USER, ScimClient.GROUP, ScimClient.ENTERPRISE);
    for (JsonNode schema : schemas.json().at("/Resources")) {
      String id = schema.at("/id").asString("");
      assertThat(scim.get("/Schemas/" + id).json()).isEqualTo(schema);
      assertThat(schema.at("/meta/location").asString("")).endsWith("/scim/v2/Schemas/" + id);
      assertThat(schema.at("/meta/resourceType").asString("")).isEqualTo("Schema");
      assertThat(schema.at("/attributes").size()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ServiceProviderConfig", "/ResourceTypes", "/Schemas"})
  void discoveryIsReadOnlyAndNotFiltered(String path) {
    assertRefused(scim.query(path, "filter", "id pr"), 403, "");
    for (Reply reply :
        List.of(scim.post(path, "{}"), scim.put(path, "{}"), scim.patch(path), scim.delete(path))) {
      assertRefused(reply, 405, "");
      assertThat(reply.header("Allow")).contains("GET");
    }
    if (!path.equals("/ServiceProviderConfig")) {
      assertRefused(scim.get(path + "/nonsense"), 404, "");
    }
  }
}
