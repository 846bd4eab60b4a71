package dev.portcullis.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever writes a condition finds every function in the document, and no other. */
class JqDocumentedTest {

  private static final Pattern LIST =
      Pattern.compile(
          "The\\s+functions\\s+are:\\s+`([^`]+)`,\\s+and\\s+the\\s+formats\\s+`([^`]+)`");

  private static Set<String> documented() throws IOException {
    Matcher list = LIST.matcher(Files.readString(Path.of("docs/access.md")));
    assertThat(list.find()).isTrue();
    MatchResult found = list.toMatchResult();
    return Arrays.stream((found.group(1) + " " + found.group(2)).split("\\s+"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theDocumentNamesAllFunctions() throws IOException {
    Set<String> known =
        Prelude.names().stream()
            .map(name -> name.substring(0, name.indexOf('/')))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented()).isEqualTo(known);
  }
}
