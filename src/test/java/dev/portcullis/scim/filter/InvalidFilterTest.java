package dev.portcullis.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every filter that is none is refused, and the position of what is wrong is told. */
class InvalidFilterTest {

  private static final ResourceSchema USER = ResourceSchemas.STANDARD.user();
  private static final ResourceSchema GROUP = ResourceSchemas.STANDARD.group();

  private static void bind(String filter, List<ResourceSchema> searched) {
    FilterExpression read = FilterParser.filter(filter);
    searched.forEach(schema -> FilterBinder.query(read, schema, searched));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/filters/invalid.txt",
      delimiter = '|',
      quoteCharacter = '§',
      maxCharsPerColumn = 10_000,
      ignoreLeadingAndTrailingWhitespace = false)
  void whatIsWrongIsToldWithItsPosition(int position, String said, String filter) {
    for (List<ResourceSchema> searched : List.of(List.of(USER), List.of(USER, GROUP))) {
      assertThatExceptionOfType(ScimFault.class)
          .as(filter)
          .isThrownBy(() -> bind(filter, searched))
          .satisfies(fault -> assertThat(fault.scimType()).hasValue("invalidFilter"))
          .withMessageStartingWith("at position " + position + ": ")
          .withMessageContaining(said);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "     "})
  void anEmptyFilterIsNotNone(String filter) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> bind(filter, List.of(USER)))
        .satisfies(fault -> assertThat(fault.scimType()).hasValue("invalidFilter"))
        .withMessageContaining("empty");
  }

  @Test
  void theLengthIsBounded() {
    String around = "userName eq \"\"";
    String longest =
        around.replace("\"\"", "\"" + "a".repeat(FilterText.MAX_LENGTH - around.length()) + "\"");
    bind(longest, List.of(USER));
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> bind(longest.replace("\"a", "\"aa"), List.of(USER)))
        .withMessageContaining("8192");
  }

  @Test
  void controlCharactersAreWrittenAsEscapesOnly() {
    bind("title eq \"a\\nb\"", List.of(USER));
    for (String control : List.of("\0", "\n", "\t", "\u007f", "\u0085")) {
      assertThatExceptionOfType(ScimFault.class)
          .isThrownBy(() -> bind("title eq \"a" + control + "\"", List.of(USER)))
          .withMessageStartingWith("at position 12: control characters");
    }
  }

  @Test
  void anAttributeOfAnotherTypeAloneIsUnknown() {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> bind("members.value eq \"a\"", List.of(USER)))
        .withMessageContaining("`members.value` is not an attribute");
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> bind("id pr and userName eq \"a\"", List.of(GROUP)))
        .withMessageStartingWith("at position 11: `userName`");
  }

  /** The text goes to the activity log, which is to hold no values. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq Smith",
        "userName eq \"Smith",
        "userName eq \"a\" Smith",
        "userName is \"Smith\"",
        "userName \"Smith\"",
        "active eq \"Smith\"",
        "\"Smith\" eq userName",
        "meta.created gt \"Smith\"",
        "userName eq \"Smith\\x\"",
        "userName Smith"
      })
  void valuesAreNotRepeated(String filter) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> bind(filter, List.of(USER)))
        .satisfies(fault -> assertThat(fault.detail()).doesNotContain("Smith"));
  }
}
