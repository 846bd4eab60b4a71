package dev.portcullis.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.connection.Dialect;
import dev.portcullis.directory.UserProfile;
import dev.portcullis.scim.Json;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributeReader;
import dev.portcullis.scim.schema.ResourceSchemas;
import dev.portcullis.scim.schema.UserDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPatchTest {

  private static final UUID ID = UUID.fromString("0198aaaa-0000-7000-8000-000000000001");
  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private static final String ADA =
      """
      {"userName":"ada","externalId":"00u1","active":true,"title":"Countess",
       "name":{"givenName":"Ada","familyName":"Lovelace"},
       "emails":[{"type":"work","value":"ada@work.test","primary":true},
                 {"type":"home","value":"ada@home.test"}],
       "%s":{"department":"Engines","manager":{"value":"m1"}}}\
      """
          .formatted(ENTERPRISE);

  private final RequestNotes notes = new RequestNotes();

  private UserProfile user(String json) {
    return UserDocument.read(
        Json.read(json),
        new AttributeReader(Reading.of(Dialect.OKTA), new RequestNotes()),
        ResourceSchemas.STANDARD.user());
  }

  private UserProfile patched(String operations) {
    return patched(Dialect.OKTA, operations);
  }

  private UserProfile patched(Dialect dialect, String operations) {
    return UserPatch.edit(
            Json.patch(operations), ResourceSchemas.STANDARD.user(), ID, Reading.of(dialect), notes)
        .apply(user(ADA));
  }

  private String refused(Dialect dialect, String operations) {
    return assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> patched(dialect, operations))
        .actual()
        .scimType()
        .orElse("none");
  }

  @Test
  void oktaDeactivatesWithoutAPath() {
    UserProfile patched = patched("{\"op\":\"replace\",\"value\":{\"active\":false}}");
    assertThat(patched.active()).hasValue(false);
    assertThat(patched.attributes()).isEqualTo(user(ADA).attributes());
  }

  @Test
  void aBooleanMayBeATextForOktaAndNotByTheRfc() {
    String operation = "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}";
    assertThat(patched(operation).active()).hasValue(false);
    assertThat(refused(Dialect.RFC, operation)).isEqualTo("invalidValue");
  }

  @Test
  void keysOfAnObjectMayBeDottedOrBearAUrn() {
    UserProfile patched =
        patched(
            """
            {"op":"replace","value":{"name.givenName":"Augusta","%1$s:department":"Maths",
             "urn:ietf:params:scim:schemas:core:2.0:User:title":"Lady",
             "%1$s":{"costCenter":"7"},"emails[type eq \\"home\\"].value":"new@home.test"}}\
            """
                .formatted(ENTERPRISE));
    assertThat(patched.attributes().text("name", "givenName")).hasValue("Augusta");
    assertThat(patched.attributes().text("name", "familyName")).hasValue("Lovelace");
    assertThat(patched.attributes().text("title")).hasValue("Lady");
    assertThat(patched.attributes().text(ENTERPRISE, "department")).hasValue("Maths");
    assertThat(patched.attributes().text(ENTERPRISE, "costCenter")).hasValue("7");
    assertThat(patched.attributes().asMap().toString()).contains("new@home.test");
  }

  @Test
  void aValuePathTouchesOnlyWhatItMatches() {
    UserProfile patched =
        patched(
            "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"a@b\"}");
    assertThat(patched.attributes().asMap().get("emails"))
        .isEqualTo(
            List.of(
                Map.of("type", "work", "value", "a@b", "primary", true),
                Map.of("type", "home", "value", "ada@home.test")));
  }

  @Test
  void addingToAValueThatExistsReplacesThatPartAndToNoneMakesOne() {
    assertThat(
            patched(
                    """
                    {"op":"add","path":"emails[type eq \\"work\\"].value","value":"a@b"},
                    {"op":"add","path":"phoneNumbers[type eq \\"work\\"].value","value":"1"}\
                    """)
                .attributes()
                .asMap())
        .containsEntry(
            "emails",
            List.of(
                Map.of("type", "work", "value", "a@b", "primary", true),
                Map.of("type", "home", "value", "ada@home.test")))
        .containsEntry("phoneNumbers", List.of(Map.of("type", "work", "value", "1")));
  }

  @Test
  void whatIsAddedIsAppendedOnceAndAPrimaryValueDemotesTheOther() {
    UserProfile patched =
        patched(
            """
            {"op":"add","path":"emails","value":[{"type":"other","value":"x@y","primary":true}]},
            {"op":"add","path":"emails","value":{"type":"other","value":"x@y","primary":true}}\
            """);
    assertThat(patched.attributes().asMap().get("emails"))
        .isEqualTo(
            List.of(
                Map.of("type", "work", "value", "ada@work.test", "primary", false),
                Map.of("type", "home", "value", "ada@home.test"),
                Map.of("type", "other", "value", "x@y", "primary", true)));
  }

  @Test
  void partsOfAComplexAttributeThatAreNotNamedStayAndNullRemovesOne() {
    UserProfile patched =
        patched(
            """
            {"op":"replace","path":"name","value":{"familyName":null,"middleName":"King"}}\
            """);
    assertThat(patched.attributes().asMap().get("name"))
        .isEqualTo(Map.of("givenName", "Ada", "middleName", "King"));
  }

  @Test
  void valuesAreRemovedByPathFilterAndPart() {
    UserProfile patched =
        patched(
            """
            {"op":"remove","path":"title"},
            {"op":"remove","path":"emails[type eq \\"work\\"]"},
            {"op":"remove","path":"name.givenName"},
            {"op":"remove","path":"%s:manager"},
            {"op":"remove","path":"phoneNumbers"}\
            """
                .formatted(ENTERPRISE));
    assertThat(patched.attributes().asMap())
        .doesNotContainKey("title")
        .containsEntry("emails", List.of(Map.of("type", "home", "value", "ada@home.test")))
        .containsEntry("name", Map.of("familyName", "Lovelace"))
        .containsEntry(ENTERPRISE, Map.of("department", "Engines"));
  }

  @Test
  void anExtensionGoesWithItsLastAttribute() {
    assertThat(
            patched("{\"op\":\"remove\",\"path\":\"%s\"}".formatted(ENTERPRISE))
                .attributes()
                .asMap())
        .doesNotContainKey(ENTERPRISE);
  }

  @Test
  void aPasswordIsTakenAndNeverKept() {
    UserProfile patched =
        patched(
            """
            {"op":"replace","path":"password","value":"hunter2"},
            {"op":"replace","value":{"password":"hunter2"}}\
            """);
    assertThat(patched).isEqualTo(user(ADA));
    assertThat(notes.text()).hasValue("breaks interop: path-less PATCH");
  }

  @Test
  void whatTheServerSetsIsPassedOverInAnObject() {
    assertThat(
            patched(
                """
                {"op":"replace","value":{"id":"%s","groups":[{"value":"g"}],"schemas":["x"],
                 "meta":{"created":"1970-01-01T00:00:00Z"},
                 "%s":{"manager":{"displayName":"Boss"}}}}\
                """
                    .formatted(ID, ENTERPRISE)))
        .isEqualTo(user(ADA));
  }

  @Test
  void theEditMayRunAgainWithTheSameResult() {
    var edit =
        UserPatch.edit(
            Json.patch("{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"n@n\"}]}"),
            ResourceSchemas.STANDARD.user(),
            ID,
            Reading.of(Dialect.OKTA),
            notes);
    assertThat(edit.apply(user(ADA))).isEqualTo(edit.apply(user(ADA)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{\"op\":\"replace\",\"path\":\"colour\",\"value\":\"red\"}|invalidPath",
        "{\"op\":\"replace\",\"path\":\"emails[type eq\",\"value\":\"red\"}|invalidPath",
        "{\"op\":\"replace\",\"path\":\"name[givenName eq \\\"Ada\\\"].givenName\",\"value\":\"A\"}|invalidPath",
        "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"fax\\\"].value\",\"value\":\"a@b\"}|noTarget",
        "{\"op\":\"remove\"}|noTarget",
        "{\"op\":\"remove\",\"path\":\"userName\"}|mutability",
        "{\"op\":\"replace\",\"path\":\"userName\",\"value\":null}|mutability",
        "{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}|mutability",
        "{\"op\":\"replace\",\"value\":{\"id\":\"x\"}}|mutability",
        "{\"op\":\"replace\",\"path\":\"groups\",\"value\":[{\"value\":\"x\"}]}|mutability",
        "{\"op\":\"replace\",\"path\":\"meta.created\",\"value\":\"x\"}|mutability",
        "{\"op\":\"replace\",\"path\":\"userName\",\"value\":5}|invalidValue",
        "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"maybe\"}|invalidValue",
        "{\"op\":\"replace\",\"path\":\"emails\",\"value\":\"a@b\"}|invalidValue",
        "{\"op\":\"replace\",\"path\":\"name\",\"value\":\"Ada\"}|invalidValue",
        "{\"op\":\"replace\",\"path\":\"phoneNumbers.value\",\"value\":\"1\"}|noTarget"
      })
  void whatCannotBeMeantIsRefused(String operation, String scimType) {
    assertThat(refused(Dialect.OKTA, operation)).isEqualTo(scimType);
  }
}
