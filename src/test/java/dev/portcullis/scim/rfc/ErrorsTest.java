package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7644 §2 and §3.12: credentials and errors. */
@OnBothDatabases
class ErrorsTest {

  private final ScimClient scim;

  ErrorsTest(TestDatabase database) {
    this.scim = Example.client(database);
  }

  @Test
  void aResourceThatIsNotThere() {
    Reply reply = scim.get("/Users/" + Example.NOBODY);
    assertRefused(reply, 404, "");
    assertThat(reply.json().has("scimType")).isFalse();
  }

  @Test
  void aChangeOfWhatIsReadOnly() {
    String id = scim.user("bjensen");
    assertRefused(
        scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"id\",\"value\":\"1\"}"),
        400,
        "mutability",
        "id");
  }

  @Test
  void aRequestWithoutCredentialIsToldWhichScheme() {
    for (String credential : new String[] {"Bearer nonsense", "Basic YTpi", "Bearer"}) {
      Reply reply = scim.with("Authorization", credential).get("/Users");
      assertRefused(reply, 401, "");
      assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "/Users?filter=nonsense|invalidFilter",
        "/Users?filter=|invalidFilter",
        "/Users?sortBy=userName&sortOrder=up|invalidValue",
        "/Users?count=ten|invalidValue",
        "/Users?startIndex=x|invalidValue"
      })
  void aQueryThatCannotBeRead(String address, String scimType) {
    assertRefused(scim.get(address), 400, scimType);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{|invalidSyntax",
        "[]|invalidSyntax",
        "{\"userName\":\"x\"}|invalidValue",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]}|invalidValue",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"x\",\"active\":\"yes\"}"
            + "|invalidValue"
      })
  void aBodyThatCannotBeRead(String body, String scimType) {
    assertRefused(scim.post("/Users", body), 400, scimType);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,/Users,405",
    "DELETE,/Schemas,405",
    "DELETE,/ServiceProviderConfig,405",
    "DELETE,/nonsense,404",
    "DELETE,/Users/1/2,404"
  })
  void anAddressOrMethodThatIsNotServed(String method, String path, int status) {
    Reply reply = scim.delete(path);
    assertRefused(reply, status, "");
    assertThat(reply.header("Allow").isEmpty()).as(method).isEqualTo(status != 405);
  }
}
