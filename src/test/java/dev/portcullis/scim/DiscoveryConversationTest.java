package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client finds out what works here, RFC 7644 §4. */
@OnBothDatabases
class DiscoveryConversationTest {

  private static final String ROOT = "/scim/v2";

  private final HttpCaller scim;

  DiscoveryConversationTest(TestDatabase database) {
    scim = ScimTenants.connection(database).scim();
  }

  @Test
  void theConfigurationSaysWhatWorksAndNothingElse() {
    Reply config = scim.get(ROOT + "/ServiceProviderConfig");
    assertThat(config.json())
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
                     "patch":{"supported":true},
                     "bulk":{"supported":true,"maxOperations":1000,"maxPayloadSize":1048576},
                     "filter":{"supported":true,"maxResults":200},
                     "changePassword":{"supported":false},"sort":{"supported":true},
                     "etag":{"supported":true},
                     "pagination":{"cursor":true,"index":true,"defaultPaginationMethod":"index",
                       "defaultPageSize":100,"maxPageSize":200,"cursorTimeout":3600},
                     "authenticationSchemes":[{"name":"Bearer token",
                       "description":"A connection's SCIM token in the header Authorization",
                       "specUri":"https://www.rfc-editor.org/info/rfc6750",
                       "type":"oauthbearertoken","primary":true}],
                     "meta":{"resourceType":"ServiceProviderConfig","location":"%s"}}
                    """
                        .formatted(config.header("Content-Location"))));
    assertThat(config.header("Content-Location")).endsWith(ROOT + "/ServiceProviderConfig");
  }

  @ParameterizedTest
  @CsvSource({"/ResourceTypes,2,ResourceType", "/Schemas,3,Schema"})
  void listsHaveAllOfThemEachWithItsMeta(String path, int total, String type) {
    Reply list = scim.get(ROOT + path + "?attributes=id&excludedAttributes=meta&startIndex=2");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.json().at("/totalResults").intValue()).isEqualTo(total);
    assertThat(list.json().at("/Resources")).hasSize(total);
    for (JsonNode one : list.json().at("/Resources")) {
      assertThat(one.at("/meta/resourceType").stringValue()).isEqualTo(type);
      String id = one.at("/id").stringValue();
      assertThat(one.at("/meta/location").stringValue()).endsWith(ROOT + path + "/" + id);
      Reply read = scim.get(ROOT + path + "/" + id.toUpperCase());
      assertThat(read.json()).isEqualTo(one);
      assertThat(read.header("Content-Type")).isEqualTo("application/scim+json");
    }
    assertThat(scim.get(ROOT + path + "/unknown").status()).isEqualTo(404);
  }

  @Test
  void anAttributeIsShownInFull() {
    JsonNode attributes =
        scim.get(ROOT + "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
            .json()
            .at("/attributes");
    JsonNode userName =
        attributes
            .valueStream()
            .filter(attribute -> attribute.at("/name").stringValue().equals("userName"))
            .findFirst()
            .orElseThrow();
    assertThat(userName.propertyNames())
        .containsExactlyInAnyOrder(
            "name",
            "type",
            "multiValued",
            "description",
            "required",
            "caseExact",
            "mutability",
            "returned",
            "uniqueness");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ServiceProviderConfig",
        "/Schemas",
        "/ResourceTypes",
        "/ResourceTypes/User",
        "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
      })
  void thereIsNothingToFilterOrToWrite(String path) {
    Reply filtered = scim.get(ROOT + path + "?filter=id%20pr");
    assertThat(filtered.status()).isEqualTo(403);
    assertThat(filtered.at("/schemas/0")).endsWith(":Error");
    assertThat(scim.post(ROOT + path, "{}").status()).isEqualTo(405);
    assertThat(scim.delete(ROOT + path).status()).isEqualTo(405);
  }
}
