package dev.portcullis.scim.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.connection.Dialect;
import dev.portcullis.scim.message.RequestNotes;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is noted of a request before its body. */
class HeadQuirksTest {

  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/scim+json; charset=utf-8", "user-agent", "Okta");

  private static String noted(SentHead head) {
    RequestNotes notes = new RequestNotes();
    Reading.of(Dialect.INTEROP).take(head, notes);
    return notes.text().orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "userName eq \"a\"|false",
        "userName EQ \"a or b\" and title eq \"not pr\"|false",
        "userName ne \"a\"|true",
        "not (userName eq \"a\")|true",
        "(userName eq \"a\")or(title PR)|true",
        "emails[type co \"x\"]|true",
        "title eq \"a \\\" or b\"|false"
      })
  void filtersWithMoreThanEqAndAndAreNoted(String filter, boolean breaks) {
    assertThat(noted(new SentHead("GET", HEADERS, Optional.of(filter))))
        .isEqualTo(breaks ? "breaks interop: filter with more than eq and and" : "");
  }

  @ParameterizedTest
  @CsvSource({"PATCH,filter on a change", "PUT,'PUT, filter on a change'"})
  void aFilterOnAChangeIsNoted(String method, String breach) {
    assertThat(noted(new SentHead(method, HEADERS, Optional.of("title eq \"a\""))))
        .isEqualTo("breaks interop: " + breach);
  }
}
