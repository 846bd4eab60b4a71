package dev.portcullis.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.connection.Dialect;
import dev.portcullis.directory.UserProfile;
import dev.portcullis.scim.Json;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class UserDocumentTest {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private final RequestNotes notes = new RequestNotes();

  private UserProfile read(Dialect dialect, String json) {
    ObjectNode user = Json.read(json);
    ResourceSchema schema = ResourceSchemas.STANDARD.user();
    new RequestRewrite(schema, Reading.of(dialect), notes).resource(user);
    return UserDocument.read(user, new AttributeReader(Reading.of(dialect), notes), schema);
  }

  private ScimFault refused(Dialect dialect, String json) {
    return assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> read(dialect, json))
        .actual();
  }

  @Test
  void namesAreBroughtIntoTheSchemasSpelling() {
    UserProfile user =
        read(
            Dialect.RFC,
            """
            {"USERNAME":"Ada","ExternalID":"00u1","Name":{"GIVENNAME":"Ada"},
             "%s":{"Department":"Engines"}}\
            """
                .formatted(ENTERPRISE.toUpperCase(java.util.Locale.ROOT)));
    assertThat(user.userName()).isEqualTo("Ada");
    assertThat(user.externalId()).hasValue("00u1");
    assertThat(user.attributes().asMap())
        .isEqualTo(
            Map.of(
                "name", Map.of("givenName", "Ada"), ENTERPRISE, Map.of("department", "Engines")));
  }

  @Test
  void whatAClientMayNotWriteIsLeftOut() {
    UserProfile user =
        read(
            Dialect.RFC,
            """
            {"schemas":["x"],"id":"1","userName":"ada","password":"hunter2","groups":[],
             "meta":{"created":"x"},"%s":{"manager":{"displayName":"Boss"}}}\
            """
                .formatted(ENTERPRISE));
    assertThat(user.attributes().asMap()).isEmpty();
    assertThat(notes.text()).isEmpty();
  }

  @Test
  void nullEmptyAndAbsentAreTheSame() {
    assertThat(read(Dialect.RFC, "{\"userName\":\"a\",\"emails\":[],\"title\":null,\"name\":{}}"))
        .isEqualTo(read(Dialect.RFC, "{\"userName\":\"a\"}"));
  }

  @Test
  void equalPairsOfTypeAndValueAreKeptOnce() {
    assertThat(
            read(
                    Dialect.RFC,
                    """
                    {"userName":"a","emails":[{"type":"work","value":"a@b","primary":true},
                     {"value":"a@b","type":"work"},{"value":"a@b","type":"home"}]}\
                    """)
                .attributes()
                .asMap()
                .get("emails"))
        .isEqualTo(
            List.of(
                Map.of("type", "work", "value", "a@b", "primary", true),
                Map.of("type", "home", "value", "a@b")));
  }

  @Test
  void textsForBooleansAreForOktaAlone() {
    String json =
        """
        {"userName":"a","active":"False","emails":[{"value":"a@b","primary":"true"}]}\
        """;
    UserProfile user = read(Dialect.OKTA, json);
    assertThat(user.active()).hasValue(false);
    assertThat(user.attributes().asMap())
        .containsEntry("emails", List.of(Map.of("value", "a@b", "primary", true)));
    assertThat(refused(Dialect.RFC, json).detail()).contains("`active`");
  }

  @Test
  void unknownAttributesAreDroppedAndNotedExceptByInterop() {
    String json = "{\"userName\":\"a\",\"colour\":\"red\",\"name\":{\"nick\":\"x\"}}";
    assertThat(read(Dialect.OKTA, json)).isEqualTo(read(Dialect.OKTA, "{\"userName\":\"a\"}"));
    assertThat(notes.text())
        .hasValue(
            "breaks interop: unknown attribute; unknown attribute `colour` dropped;"
                + " unknown attribute `name.nick` dropped");
    assertThat(refused(Dialect.INTEROP, json).detail()).contains("`colour`");
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    UserProfile user =
        read(
            Dialect.OKTA,
            """
            {"userName":"a","externalId":"e","active":true,"addresses":[{"formatted":"a\\nb"}],
             "%s":{"manager":{"value":"m"}}}\
            """
                .formatted(ENTERPRISE));
    assertThat(
            UserDocument.read(
                UserDocument.attributes(user),
                new AttributeReader(Reading.of(Dialect.RFC), notes),
                ResourceSchemas.STANDARD.user()))
        .isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{}|userName",
        "{\"userName\":null}|userName",
        "{\"userName\":5}|userName",
        "{\"userName\":\"a\",\"active\":\"maybe\"}|active",
        "{\"userName\":\"a\",\"active\":1}|active",
        "{\"userName\":\"a\",\"emails\":{}}|emails",
        "{\"userName\":\"a\",\"emails\":[\"a@b\"]}|emails",
        "{\"userName\":\"a\",\"emails\":[{\"value\":{}}]}|emails.value",
        "{\"userName\":\"a\",\"name\":\"Ada\"}|name",
        "{\"userName\":\"a\",\"externalId\":{}}|externalId",
        "{\"userName\":\"a\",\"x509Certificates\":[{\"value\":\"%\"}]}|x509Certificates.value",
        "{\"userName\":\"a\",\"emails\":[{\"value\":\"a\",\"primary\":true},"
            + "{\"value\":\"b\",\"primary\":true}]}|emails",
        "{\"userName\":\"a\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":5}|User",
        "{\"userName\":\"a\",\"username\":\"b\"}|username"
      })
  void aWrongValueIsRefusedByTheNameOfItsAttribute(String json, String attribute) {
    ScimFault fault = refused(Dialect.OKTA, json);
    assertThat(fault.status()).isEqualTo(400);
    assertThat(fault.detail()).contains(attribute + "`");
  }
}
