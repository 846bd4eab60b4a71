package dev.portcullis.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.connection.Dialect;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.GroupChange.ChangeExternalId;
import dev.portcullis.directory.GroupChange.RemoveMembers;
import dev.portcullis.directory.GroupChange.Rename;
import dev.portcullis.directory.GroupChange.ReplaceMembers;
import dev.portcullis.scim.Json;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupPatchTest {

  private static final UUID ID = UUID.fromString("0198aaaa-0000-7000-8000-000000000001");

  private final RequestNotes notes = new RequestNotes();

  private List<GroupChange> okta(String operations) {
    return changes(Dialect.OKTA, operations);
  }

  private List<GroupChange> changes(Dialect dialect, String operations) {
    return GroupPatch.changes(
        Json.patch(operations),
        ResourceSchemas.STANDARD.group(),
        ID,
        id -> "https://portcullis.example/scim/v2/Users/" + id,
        Reading.of(dialect),
        notes);
  }

  private String refused(Dialect dialect, String operations) {
    return assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> changes(dialect, operations))
        .actual()
        .scimType()
        .orElse("none");
  }

  @Test
  void oktaRemovesOneMemberAndAddsAnother() {
    assertThat(
            okta(
                """
                {"op":"remove","path":"members[value eq \\"u1\\"]"},
                {"op":"add","path":"members","value":[{"value":"u2","display":"Ada"}]}\
                """))
        .containsExactly(new RemoveMembers(List.of("u1")), new AddMembers(List.of("u2")));
  }

  @Test
  void oktaRenamesWithoutAPathAndRepeatsTheId() {
    assertThat(
            okta(
                """
                {"op":"replace","value":{"id":"%s","displayName":"Eng"}}\
                """
                    .formatted(ID)))
        .containsExactly(new Rename("Eng"));
  }

  @Test
  void anotherGroupsIdIsRefused() {
    assertThat(
            refused(
                Dialect.OKTA,
                """
                {"op":"replace","value":{"id":"0198aaaa-0000-7000-8000-000000000002"}}\
                """))
        .isEqualTo("mutability");
  }

  @Test
  void aFullPushReplacesTheMembers() {
    assertThat(
            okta(
                """
                {"op":"replace","path":"members","value":[{"value":"a"},{"value":"b"},{"value":"a"}]}\
                """))
        .containsExactly(new ReplaceMembers(List.of("a", "b")));
  }

  @Test
  void neighbouringOperationsOfOneKindAreOneChange() {
    assertThat(
            okta(
                """
                {"op":"add","path":"members","value":{"value":"a"}},
                {"op":"Add","path":"Members","value":[{"value":"b"}]},
                {"op":"remove","path":"members[value eq \\"c\\"]"},
                {"op":"add","path":"members","value":[{"value":"c"}]}\
                """))
        .containsExactly(
            new AddMembers(List.of("a", "b")),
            new RemoveMembers(List.of("c")),
            new AddMembers(List.of("c")));
  }

  @Test
  void severalMembersAreSelectedByOr() {
    assertThat(
            okta(
                """
                {"op":"remove","path":"members[value eq \\"a\\" or value eq \\"b\\" or value eq \\"c\\"]"}\
                """))
        .containsExactly(new RemoveMembers(List.of("a", "b", "c")));
  }

  @Test
  void removingTheMembersWithAListRemovesTheseAndWithoutOneAll() {
    assertThat(okta("{\"op\":\"remove\",\"path\":\"members\",\"value\":[{\"value\":\"a\"}]}"))
        .containsExactly(new RemoveMembers(List.of("a")));
    assertThat(okta("{\"op\":\"remove\",\"path\":\"members\"}"))
        .containsExactly(new ReplaceMembers(List.of()));
    assertThat(okta("{\"op\":\"remove\",\"path\":\"members\",\"value\":[]}")).isEmpty();
  }

  @Test
  void membersNullBesideANameEmptiesNoGroupForOktaButDoesByTheRfc() {
    String operation = "{\"op\":\"replace\",\"value\":{\"displayName\":\"Eng\",\"members\":null}}";
    assertThat(okta(operation)).containsExactly(new Rename("Eng"));
    assertThat(changes(Dialect.RFC, operation))
        .containsExactly(new Rename("Eng"), new ReplaceMembers(List.of()));
  }

  @Test
  void anExternalIdIsSetAndRemoved() {
    assertThat(okta("{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"x\"}"))
        .containsExactly(new ChangeExternalId(Optional.of("x")));
    assertThat(okta("{\"op\":\"remove\",\"path\":\"externalId\"}"))
        .containsExactly(new ChangeExternalId(Optional.empty()));
  }

  @Test
  void pathsMayBearTheSchemasUrn() {
    assertThat(
            okta(
                """
                {"op":"replace","path":"urn:ietf:params:scim:schemas:core:2.0:Group:displayName",
                 "value":"Eng"}\
                """))
        .containsExactly(new Rename("Eng"));
  }

  @Test
  void unknownAttributesAreDroppedAndNotedExceptByInterop() {
    String operation =
        "{\"op\":\"replace\",\"value\":{\"displayName\":\"Eng\",\"colour\":\"red\"}}";
    assertThat(okta(operation)).containsExactly(new Rename("Eng"));
    assertThat(notes.text())
        .hasValue(
            "breaks interop: path-less PATCH, unknown attribute;"
                + " unknown attribute `colour` dropped");
    assertThat(refused(Dialect.INTEROP, operation)).isEqualTo("invalidSyntax");
  }

  @Test
  void interopWantsAPathAndAMembersType() {
    assertThat(refused(Dialect.INTEROP, "{\"op\":\"replace\",\"value\":{\"displayName\":\"E\"}}"))
        .isEqualTo("invalidSyntax");
    assertThat(
            refused(
                Dialect.INTEROP,
                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"a\"}]}"))
        .isEqualTo("invalidValue");
    assertThat(
            changes(
                Dialect.INTEROP,
                """
                {"op":"add","path":"members","value":[{"value":"a","type":"User"}]}\
                """))
        .containsExactly(new AddMembers(List.of("a")));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void groupsWithinGroupsAreRefusedByAll(Dialect dialect) {
    assertThat(
            refused(
                dialect,
                """
                {"op":"add","path":"members","value":[{"value":"a","type":"Group"}]}\
                """))
        .isEqualTo("invalidValue");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{\"op\":\"replace\",\"path\":\"colour\",\"value\":\"red\"}|invalidPath",
        "{\"op\":\"replace\",\"path\":\"members[\",\"value\":\"red\"}|invalidPath",
        "{\"op\":\"replace\",\"path\":\"members..value\",\"value\":\"red\"}|invalidPath",
        "{\"op\":\"replace\",\"path\":7,\"value\":\"red\"}|invalidPath",
        "{\"op\":\"remove\",\"path\":\"members[value eq 5]\"}|invalidFilter",
        "{\"op\":\"remove\",\"path\":\"members[colour eq \\\"a\\\"]\"}|invalidFilter",
        "{\"op\":\"remove\",\"path\":\"members[type gt true]\"}|invalidFilter",
        "{\"op\":\"add\",\"path\":\"members[value eq \\\"a\\\"]\",\"value\":{\"value\":\"b\"}}|mutability",
        "{\"op\":\"replace\",\"path\":\"members[value eq \\\"a\\\"].display\",\"value\":\"b\"}|mutability",
        "{\"op\":\"remove\"}|noTarget",
        "{\"op\":\"remove\",\"path\":\"displayName\"}|mutability",
        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":5}|invalidValue",
        "{\"op\":\"replace\",\"path\":\"displayName\"}|invalidValue",
        "{\"op\":\"replace\",\"path\":\"id\",\"value\":\"5\"}|mutability",
        "{\"op\":\"replace\",\"path\":\"meta.created\",\"value\":\"5\"}|mutability",
        "{\"op\":\"replace\",\"value\":\"Eng\"}|invalidValue",
        "{\"op\":\"add\",\"path\":\"members\",\"value\":{}}|invalidValue",
        "{\"op\":\"add\",\"path\":\"members\",\"value\":[\"a\"]}|invalidValue",
        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":5}]}|invalidValue",
        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"display\":\"a\"}]}|invalidValue",
        "{\"op\":\"increment\",\"path\":\"members\"}|invalidSyntax",
        "{\"path\":\"members\"}|invalidSyntax",
        "5|invalidSyntax"
      })
  void whatCannotBeMeantIsRefused(String operation, String scimType) {
    assertThat(refused(Dialect.OKTA, operation)).isEqualTo(scimType);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void oneWrongOperationStopsAllWhereverItStands(int position) {
    String good = "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"a\"}]}";
    String bad = "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"\"}]}";
    List<String> operations = new java.util.ArrayList<>(List.of(good, good));
    operations.add(position - 1, bad);
    assertThat(refused(Dialect.OKTA, String.join(",", operations))).isEqualTo("invalidValue");
  }
}
