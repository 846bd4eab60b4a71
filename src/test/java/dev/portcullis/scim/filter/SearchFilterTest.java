package dev.portcullis.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.Attribute;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchFilterTest {

  private static final SearchFilter USERS = SearchFilter.ofUsers(ResourceSchemas.USER);
  private static final SearchFilter GROUPS = SearchFilter.ofGroups(ResourceSchemas.GROUP);

  private static void assertRefused(String filter) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> USERS.query(Optional.of(filter)))
        .satisfies(fault -> assertThat(fault.scimType()).hasValue("invalidFilter"))
        .satisfies(fault -> assertThat(fault.detail()).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void noFilterAsksForEverything() {
    assertThat(USERS.query(Optional.empty())).isEqualTo(new DirectoryQuery.All());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "userName eq \"a@b\",USER_NAME",
        "USERNAME Eq \"a@b\",USER_NAME",
        "(userName eq \"a@b\"),USER_NAME",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"a@b\",USER_NAME",
        "externalId eq \"a@b\",EXTERNAL_ID",
        "id eq \"a@b\",ID"
      })
  void usersAreFoundByWhatWasPushed(String filter, Attribute attribute) {
    assertThat(USERS.query(Optional.of(filter)))
        .isEqualTo(new DirectoryQuery.Equal(attribute, "a@b"));
  }

  @Test
  void groupsAreFoundByTheirName() {
    assertThat(GROUPS.query(Optional.of("displayName eq \"a \\\"b\\\" c\"")))
        .isEqualTo(new DirectoryQuery.Equal(Attribute.DISPLAY_NAME, "a \"b\" c"));
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
