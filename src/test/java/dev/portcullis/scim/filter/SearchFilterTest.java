package dev.portcullis.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Operand;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchFilterTest {

  private static final SearchFilter USERS = SearchFilter.ofUsers(ResourceSchemas.STANDARD.user());
  private static final SearchFilter GROUPS =
      SearchFilter.ofGroups(ResourceSchemas.STANDARD.group());

  private static void assertRefused(String filter) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> USERS.query(Optional.of(filter)))
        .satisfies(fault -> assertThat(fault.scimType()).hasValue("invalidFilter"))
        .satisfies(fault -> assertThat(fault.detail()).isNotBlank().doesNotContain("\n"));
  }

  private static DirectoryQuery equal(String path, String value) {
    Kind kind = path.endsWith("id") ? Kind.EXACT_TEXT : Kind.TEXT;
    return new DirectoryQuery.Compare(
        new AttributeKey(path, kind), DirectoryQuery.Comparison.EQUAL, new Operand.Text(value));
  }

  @Test
  void noFilterAsksForEverything() {
    assertThat(USERS.query(Optional.empty())).isEqualTo(new DirectoryQuery.All());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "userName eq \"a@b\",username",
        "USERNAME Eq \"a@b\",username",
        "(userName eq \"a@b\"),username",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"a@b\",username",
        "externalId eq \"a@b\",externalid",
        "id eq \"a@b\",id"
      })
  void usersAreFoundByWhatWasPushed(String filter, String path) {
    assertThat(USERS.query(Optional.of(filter))).isEqualTo(equal(path, "a@b"));
  }

  @Test
  void groupsAreFoundByTheirName() {
    assertThat(GROUPS.query(Optional.of("displayName eq \"a \\\"b\\\" c\"")))
        .isEqualTo(equal("displayname", "a \"b\" c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "userName",
        "userName eq",
        "userName eq a",
        "userName eq \"a",
        "userName eq \"a\" trailing",
        "userName eq \"a\" or",
        "userName eq true",
        "userName eq null",
        "userName eq 5",
        "userName is \"a\"",
        "userName co \"a\"",
        "userName pr",
        "userName eq \"a\" or userName eq \"b\"",
        "not (userName eq \"a\")",
        "emails.value eq \"a\"",
        "emails[value eq \"a\"]",
        "userName.value eq \"a\"",
        "colour eq \"a\"",
        "urn:x:userName eq \"a\"",
        "userName eq \"a\\u0000b\"",
        "userName eq \"a\\ud800\"",
        "userName eq \"a\u0000\"",
        "userName eq \"a\"\u0000 or id pr",
        "' or 1=1 --"
      })
  void everyOtherFilterIsRefusedAndNeverWidened(String filter) {
    assertRefused(filter);
  }

  @Test
  void filtersAreBoundedInLengthAndDepth() {
    assertRefused("userName eq \"" + "a".repeat(8_192) + "\"");
    assertRefused("(".repeat(33) + "userName eq \"a\"" + ")".repeat(33));
    assertRefused("emails[".repeat(1_000));
    assertThat(USERS.query(Optional.of("userName eq \"" + "(".repeat(100) + "\""))).isNotNull();
  }
}
