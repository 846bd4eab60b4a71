package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.8 to §3.10: formats, the choice of attributes, and how attributes are named. */
@OnBothDatabases
class FormatsTest {

  private final ScimClient scim;
  private final String babs;

  FormatsTest(TestDatabase database) {
    this.scim = Example.client(database);
    this.babs =
        scim.post(
                "/Users",
                Example.barbara().replace("\"name\"", "\"displayName\":\"Babs\",\"name\""))
            .at("/id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/scim+json",
        "application/json",
        "application/scim+json, application/json;q=0.5",
        "*/*"
      })
  void whateverTheClientAcceptsItGetsScimJson(String accept) {
    assertResource(scim.with("Accept", accept).get("/Users/" + babs), 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/scim+json",
        "application/json",
        "application/scim+json; charset=utf-8",
        "application/json;charset=UTF-8"
      })
  void bothMediaTypesAreTaken(String type) {
    assertResource(
        scim.with("Content-Type", type).post("/Users", ScimClient.userBody("zoë", "")), 201);
    assertThat(scim.query("/Users", "filter", "userName eq \"ZOË\"").at("/Resources/0/userName"))
        .isEqualTo("zoë");
  }

  @Test
  void anotherMediaTypeIsRefused() {
    assertRefused(
        scim.with("Content-Type", "text/plain").post("/Users", Example.barbara()), 415, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attributes|userName,displayName|schemas,id,userName,displayName",
        "attributes|USERNAME|schemas,id,userName",
        "attributes|urn:ietf:params:scim:schemas:core:2.0:User:userName|schemas,id,userName",
        "attributes|name.familyName|schemas,id,name",
        "attributes|urn:ietf:params:scim:schemas:core:2.0:User:name.familyName|schemas,id,name",
        "attributes|password|schemas,id",
        "excludedAttributes|id,schemas,meta,name,emails,phoneNumbers,groups,active,externalId"
            + "|schemas,id,userName,displayName"
      })
  void attributesAreChosenByName(String parameter, String names, String shown) {
    Reply read = scim.query("/Users/" + babs, parameter, names);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().propertyNames()).containsExactlyInAnyOrder(shown.split(","));
    Reply list = scim.query("/Users", parameter, names);
    assertThat(list.json().at("/Resources/0")).isEqualTo(read.json());
  }

  @Test
  void attributesAreChosenInTheRepliesToWritesToo() {
    String body = ScimClient.userBody("other", ",\"title\":\"x\"");
    Reply made = scim.post("/Users?attributes=userName", body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().propertyNames()).containsExactlyInAnyOrder("schemas", "id", "userName");
    String address = "/Users/" + made.at("/id") + "?attributes=title";
    assertThat(scim.put(address, body).json().propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "title");
    assertThat(
            scim.patch(address, "{\"op\":\"add\",\"path\":\"nickName\",\"value\":\"O\"}")
                .json()
                .propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "title");
  }
}
