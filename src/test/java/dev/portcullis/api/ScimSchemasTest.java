package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An organization declares what it adds to SCIM's attributes. */
@OnBothDatabases
class ScimSchemasTest {

  private static final String URN = "urn:acme:scim:2.0:User";
  private static final String PATH = "/v1/scim-schemas";

  private final PortcullisServer server;
  private final Tenant tenant;
  private final HttpCaller admin;

  ScimSchemasTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    tenant = server.tenant();
    admin = tenant.admin();
  }

  private static String schema(String urn, String attributes) {
    return """
    {"id":"%s","name":"Acme","description":"What Acme adds","resourceType":"User",
     "attributes":[%s]}
    """
        .formatted(urn, attributes);
  }

  private static void assertStatus(Reply reply, int status, String... parts) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(List.of(parts)).allSatisfy(part -> assertThat(reply.at("/message")).contains(part));
  }

  @Test
  void aSchemaReadsBackAsItWasDeclaredWithTheDefaultsOfTheRfc() {
    Reply made = admin.post(PATH, schema(URN, "{\"name\":\"size\"}"));

    assertStatus(made, 201);
    assertThat(made.json().at("/scimSchema"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    schema(
                        URN,
                        """
                        {"name":"size","type":"string","multiValued":false,"required":false,
                         "caseExact":false,"mutability":"readWrite","returned":"default",
                         "uniqueness":"none"}
                        """)));
    assertThat(admin.get(PATH + "/URN:acme:SCIM:2.0:user").json()).isEqualTo(made.json());
    assertThat(admin.get(PATH).json().at("/scimSchemas/0"))
        .isEqualTo(made.json().at("/scimSchema"));
    String shown = made.json().at("/scimSchema").toString();
    assertThat(admin.put(PATH + "/" + URN, shown).json()).isEqualTo(made.json());
  }

  @Test
  void aUrnIsDeclaredOnceAndNotBehindAnother() {
    assertStatus(admin.post(PATH, schema(URN, "{\"name\":\"size\"}")), 201);
    assertStatus(admin.post(PATH, schema(URN.toLowerCase(), "{\"name\":\"a\"}")), 409, URN);
    assertStatus(admin.post(PATH, schema(URN + ":size", "{\"name\":\"a\"}")), 409, URN);
    assertStatus(admin.put(PATH + "/urn:acme:other", schema(URN, "{\"name\":\"a\"}")), 422, "`id`");
    assertStatus(
        admin.put(PATH + "/urn:acme:other", schema("urn:acme:other", "{\"name\":\"a\"}")), 404);
    assertStatus(admin.get(PATH + "/urn:acme:other"), 404, "urn:acme:other");
    assertStatus(admin.delete(PATH + "/urn:acme:other"), 404);
  }

  @Test
  void anotherOrganizationSeesNothingOfIt() {
    assertStatus(admin.post(PATH, schema(URN, "{\"name\":\"size\"}")), 201);
    HttpCaller other = server.tenant().admin();
    assertStatus(other.get(PATH + "/" + URN), 404);
    assertStatus(other.delete(PATH + "/" + URN), 404);
    assertThat(other.get(PATH).json().at("/scimSchemas")).isEmpty();
    assertStatus(other.post(PATH, schema(URN, "{\"name\":\"other\"}")), 201);
    assertThat(admin.get(PATH + "/" + URN).at("/scimSchema/attributes/0/name")).isEqualTo("size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "|`attributes`",
        "{}|`attributes.0.name` is required",
        "null|`attributes.0` is required",
        "{\"name\":\"a\",\"type\":\"text\"}|`attributes.0.type`",
        "{\"name\":\"a\",\"type\":\"String\"}|`attributes.0.type`",
        "{\"name\":\"a\",\"mutability\":\"readOnly\"}|`attributes.0.mutability`",
        "{\"name\":\"a\",\"mutability\":\"writeOnly\"}|`attributes.0.mutability`",
        "{\"name\":\"a\",\"returned\":\"never\"}|`attributes.0.returned`",
        "{\"name\":\"a\",\"uniqueness\":\"server\"}|`attributes.0.uniqueness`",
        "{\"name\":\"a\",\"multivalued\":true}|multivalued",
        "{\"name\":\"a\",\"required\":\"yes\"}|required",
        "{\"name\":\"a\"},{\"name\":\"A\"}|`attributes.1`",
        "{\"name\":\"id\"}|`attributes.0`",
        "{\"name\":\"a b\"}|`attributes.0` must be named",
        "{\"name\":\"a\",\"type\":\"complex\"}|`subAttributes`",
        "{\"name\":\"a\",\"canonicalValues\":[null]}|`attributes.0.canonicalValues`",
        "{\"name\":\"a\",\"referenceTypes\":[\"User\"]}|`referenceTypes`"
      })
  void whatIsNoSchemaIsRefused(String attributes, String named) {
    String given = attributes == null ? "" : attributes;
    assertStatus(admin.post(PATH, schema(URN, given)), 422, named);
    assertThat(admin.get(PATH).json().at("/scimSchemas")).isEmpty();
  }

  @Test
  void thereAreTwentySchemasAtMost() {
    for (int i = 0; i < 20; i++) {
      assertStatus(admin.post(PATH, schema("urn:acme:s" + i, "{\"name\":\"a\"}")), 201);
    }
    assertStatus(admin.post(PATH, schema("urn:acme:s20", "{\"name\":\"a\"}")), 422, "20 schemas");
  }

  @Test
  void whatValuesAreStoredOfCannotGo() {
    String address = "{\"name\":\"home\",\"type\":\"complex\",\"subAttributes\":[%s]}";
    String both = "{\"name\":\"city\"},{\"name\":\"floor\",\"type\":\"integer\"}";
    String size = "{\"name\":\"size\"},{\"name\":\"shoe\"},";
    assertStatus(admin.post(PATH, schema(URN, size + address.formatted(both))), 201);
    HttpCaller scim = tenant.connection("okta").scim();
    String users = "/scim/v2/Users";
    Reply ada =
        scim.post(
            users,
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ada",
             "%s":{"size":"XL","home":{"city":"London"}}}
            """
                .formatted(URN));
    assertStatus(ada, 201);

    String path = PATH + "/" + URN;
    assertStatus(admin.delete(path), 409, "1 resource has values of this schema");
    assertStatus(
        admin.put(path, schema(URN, "{\"name\":\"size\",\"type\":\"integer\"}")),
        409,
        "`size`",
        "`home`");
    String floor = address.formatted("{\"name\":\"floor\",\"type\":\"integer\"}");
    assertStatus(admin.put(path, schema(URN, size + floor)), 409, "`home.city`");
    String groups = schema(URN, size + address.formatted(both)).replace("\"User\"", "\"Group\"");
    assertStatus(admin.put(path, groups), 409);

    String without = "{\"name\":\"size\",\"caseExact\":true},{\"name\":\"new\"},";
    String city = address.formatted("{\"name\":\"city\"}");
    assertStatus(admin.put(path, schema(URN, without + city)), 200);

    assertThat(scim.delete(users + "/" + ada.at("/id")).status()).isEqualTo(204);
    assertStatus(admin.delete(path), 200);
    assertStatus(admin.get(path), 404);
  }
}
