package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.directory.Cursor;
import dev.portcullis.scim.message.ScimFault;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors come back as they went out, to the query that they are of. */
class CursorTextTest {

  private static final UUID CONNECTION = UUID.fromString("0198aaaa-0000-7000-8000-00000000000c");
  private static final Cursor AFTER =
      new Cursor.AfterId(UUID.fromString("0198aaaa-0000-7000-8000-000000000001"));
  private static final Cursor STEP =
      new Cursor.AtStep(UUID.fromString("0198aaaa-0000-7000-8000-000000000002"), 20_000);

  private static CursorText form(SearchedTypes types, String cursor, String... parameters) {
    Map<String, String> lower = new HashMap<>(Map.of("cursor", cursor));
    for (int i = 0; i < parameters.length; i += 2) {
      lower.put(parameters[i], parameters[i + 1]);
    }
    return new CursorText(new QueryParameters(new SearchMessage(lower)), types, CONNECTION);
  }

  @Test
  void anEmptyCursorIsTheBeginning() {
    assertThat(form(SearchedTypes.USERS, "").cursor()).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadAndSafeInAnAddress() {
    for (Cursor cursor : new Cursor[] {AFTER, STEP}) {
      String text = form(SearchedTypes.USERS, "").write(cursor);
      assertThat(text).matches("[A-Za-z0-9_-]{30,80}");
      assertThat(form(SearchedTypes.USERS, text).cursor()).hasValue(cursor);
      assertThat(form(SearchedTypes.USERS, text, "count", "7").cursor()).hasValue(cursor);
    }
  }

  @Test
  void aCursorBelongsToItsConnection() {
    CursorText foreign =
        new CursorText(
            new QueryParameters(new SearchMessage(Map.of("cursor", ""))),
            SearchedTypes.USERS,
            UUID.fromString("0198aaaa-0000-7000-8000-00000000000d"));
    assertInvalid(form(SearchedTypes.USERS, foreign.write(AFTER)));
  }

  @Test
  void aCursorBelongsToItsQuery() {
    String text = form(SearchedTypes.USERS, "", "filter", "a pr", "sortby", "b").write(AFTER);
    assertThat(form(SearchedTypes.USERS, text, "filter", "a pr", "sortby", "b").cursor())
        .hasValue(AFTER);
    assertInvalid(form(SearchedTypes.ALL, text, "filter", "a pr", "sortby", "b"));
    assertInvalid(form(SearchedTypes.USERS, text, "filter", "b pr", "sortby", "b"));
    assertInvalid(form(SearchedTypes.USERS, text, "filter", "a pr", "sortby", "c"));
    assertInvalid(form(SearchedTypes.USERS, text, "filter", "a pr"));
    assertInvalid(form(SearchedTypes.USERS, text, "filter", "a prb", "sortby", ""));
    assertInvalid(
        form(
            SearchedTypes.USERS, text, "filter", "a pr", "sortby", "b", "sortorder", "descending"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "====", "a b", "é", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void whatIsNoCursorIsRefused(String text) {
    assertInvalid(form(SearchedTypes.USERS, text));
  }

  @Test
  void aMangledCursorIsRefused() {
    String text = form(SearchedTypes.USERS, "").write(STEP);
    assertInvalid(form(SearchedTypes.USERS, text + "A"));
    assertInvalid(form(SearchedTypes.USERS, text + "="));
    assertInvalid(form(SearchedTypes.USERS, text.substring(0, text.length() - 4)));
    assertInvalid(form(SearchedTypes.USERS, "A" + text.substring(1)));
    assertInvalid(form(SearchedTypes.USERS, text.repeat(3)));
    assertInvalid(
        form(
            SearchedTypes.USERS,
            form(SearchedTypes.USERS, "").write(new Cursor.AtStep(UUID.randomUUID(), -1))));
  }

  private static void assertInvalid(CursorText form) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(form::cursor)
        .satisfies(fault -> assertThat(fault.scimType()).hasValue("invalidCursor"));
  }
}
