package dev.portcullis.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.connection.Dialect;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.UserProfile;
import dev.portcullis.scim.Json;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributeReader;
import dev.portcullis.scim.schema.UserDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of RFC 7644 §3.5.2, case by case. */
class PatchTableTest {

  private static final UUID ID = UUID.fromString("0198aaaa-0000-7000-8000-000000000001");
  private static final Reading RFC = Reading.of(Dialect.RFC);
  private static final String ADA = ExtendedSchemas.spelledOut(PatchCase.text("users.json"));

  private final RequestNotes notes = new RequestNotes();

  static Stream<PatchCase> users() {
    return PatchCase.of("users.txt");
  }

  /** Cases of extensions, which groups have too. */
  static Stream<PatchCase> extensions() {
    return users()
        .filter(line -> line.operations().contains(ExtendedSchemas.EXTENSION))
        .filter(line -> !line.operations().contains(ExtendedSchemas.ENTERPRISE));
  }

  private UserProfile user(String json) {
    return UserDocument.read(
        Json.read(json), new AttributeReader(RFC, notes), ExtendedSchemas.USER);
  }

  private UserProfile patched(UserProfile before, String operations) {
    return UserPatch.edit(Json.patch(operations), ExtendedSchemas.USER, ID, RFC, notes)
        .apply(before);
  }

  @ParameterizedTest
  @MethodSource("users")
  void aUser(PatchCase line) {
    UserProfile before = user(ADA);
    if (line.isRefused()) {
      assertThatExceptionOfType(ScimFault.class)
          .isThrownBy(() -> patched(before, line.operations()))
          .satisfies(fault -> assertThat(fault.status()).isEqualTo(400))
          .satisfies(fault -> assertThat(fault.scimType()).hasValue(line.expected()));
      assertThat(before).isEqualTo(user(ADA));
    } else {
      assertThat(patched(before, line.operations()))
          .isEqualTo(user(line.expectedOf(Json.read(ADA)).toString()));
    }
  }

  @ParameterizedTest
  @MethodSource("users")
  void twiceIsOnceUnlessAValueIsReplacedByOneThatItsFilterNoLongerFinds(PatchCase line) {
    boolean findsItselfAgain =
        !line.line().contains("[type eq 'home'] := {'value'")
            && !line.line().startsWith("remove emails[type eq 'work'] ;;");
    if (!line.isRefused() && findsItselfAgain) {
      UserProfile once = patched(user(ADA), line.operations());
      assertThat(patched(once, line.operations())).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @MethodSource("extensions")
  void aGroupsExtension(PatchCase line) {
    AttributeValues before = extension(ADA);
    if (line.isRefused()) {
      assertThatExceptionOfType(ScimFault.class)
          .isThrownBy(() -> group(before, line.operations()))
          .satisfies(fault -> assertThat(fault.scimType()).hasValue(line.expected()));
    } else {
      assertThat(group(before, line.operations()))
          .isEqualTo(extension(line.expectedOf(Json.read(ADA)).toString()));
    }
  }

  private AttributeValues extension(String json) {
    Map<String, Object> attributes = user(json).attributes().asMap();
    return new AttributeValues(
        Map.of(ExtendedSchemas.EXTENSION, attributes.get(ExtendedSchemas.EXTENSION)));
  }

  private AttributeValues group(AttributeValues before, String operations) {
    List<GroupChange> changes =
        GroupPatch.changes(
            Json.patch(operations), ExtendedSchemas.GROUP, ID, id -> "/Users/" + id, RFC, notes);
    AttributeValues after = before;
    for (GroupChange change : changes) {
      after = ((GroupChange.EditAttributes) change).edit().apply(after);
    }
    return after;
  }

  @Test
  void theTableIsLongEnough() {
    assertThat(users().count()).isGreaterThan(150);
  }
}
