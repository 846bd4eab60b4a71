package dev.portcullis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.portcullis.pattern.NameOutcome.Found;
import dev.portcullis.pattern.NameOutcome.None;
import dev.portcullis.pattern.NameOutcome.NotAnalysed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the analysis says of filters that a person might write. */
class PatternAnalysisTest {

  private final PatternAnalysis analysis = new PatternAnalysis();

  @Test
  void aShortestNameIsShown() {
    assertThat(found(filter("STARTS_WITH", "team-"))).isEqualTo(new Found("team-"));
    assertThat(found(filter("CONTAINS", "admin"))).isEqualTo(new Found("admin"));
    assertThat(found(regex("(?:eng|ops)-[a-z]{2,}"))).isEqualTo(new Found("eng-aa"));
    assertThat(found(regex(".*"))).isEqualTo(new Found("a"));
    assertThat(found(regex("[^a-z]"))).isEqualTo(new Found("0"));
  }

  @Test
  void aFilterThatItsExceptionEatsUpMatchesNothing() {
    assertThat(found(filter("STARTS_WITH", "team-", "CONTAINS", "am"))).isEqualTo(new None());
    assertThat(found(filter("STARTS_WITH", "team-", "CONTAINS", "x")))
        .isEqualTo(new Found("team-"));
    assertThat(found(filter("EQUALS", "ops", "MATCHES_REGEX", "(?i)OPS"))).isEqualTo(new None());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a^b",
        "a$b",
        "[^\\x00-\\x{10FFFF}]",
        "a\\bb",
        "\\Ba-",
        "\\n",
        "x{256}y",
        "^$",
        "a\\t"
      })
  void whatNoNameCanMatchIsKnown(String expression) {
    assertThat(found(regex(expression))).isEqualTo(new None());
  }

  @Test
  void aNameOfExactlyTheGreatestLengthIsStillFound() {
    assertThat(found(regex(".{255}é"))).isEqualTo(new Found("a".repeat(255) + "é"));
    assertThat(found(regex(".{255}😀"))).isEqualTo(new Found("a".repeat(255) + "😀"));
    assertThat(found(regex(".{256}😀"))).isEqualTo(new None());
  }

  @Test
  void whatSomeMatchAndOthersDoNotIsFound() {
    GroupFilter all = regex(".*");
    assertThat(analysis.find(List.of(filter("STARTS_WITH", "a")), List.of(all), Set.of()))
        .isEqualTo(new None());
    assertThat(
            analysis.find(
                List.of(filter("STARTS_WITH", "a"), filter("CONTAINS", "z")),
                List.of(filter("EQUALS", "az")),
                Set.of()))
        .isEqualTo(new Found("aaz"));
    assertThat(analysis.find(List.of(regex("a|b|c")), List.of(), Set.of("a", "c")))
        .isEqualTo(new Found("b"));
    assertThat(analysis.find(List.of(regex("a|b")), List.of(), Set.of("a", "b", "zzz")))
        .isEqualTo(new None());
  }

  @Test
  void whatWouldExplodeIsGivenUpAndSaysSo() {
    assertThat(found(regex(".*a.{200}"))).isInstanceOf(NotAnalysed.class);
    // The others are not held up by it.
    assertThat(found(filter("EQUALS", "ops"))).isEqualTo(new Found("ops"));
  }

  @Test
  void whereTheMatcherIgnoresCaseAtTimesOnlyNothingIsClaimed() {
    assertThat(found(regex("(?i)\\x{1E900}"))).isInstanceOf(NotAnalysed.class);
    assertThat(found(regex("\\x{1E900}"))).isEqualTo(new Found("\uD83A\uDD00"));
  }

  @Test
  void theStepsOfOneAnalysisAreLimitedInAll() {
    List<GroupFilter> many = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      many.add(regex(".*" + (char) ('a' + i) + ".{9}"));
    }

    assertThat(analysis.find(many, List.of(), Set.of()))
        .isEqualTo(new NotAnalysed("the analysis would take too many steps"));
    assertThat(found(filter("EQUALS", "ops"))).isInstanceOf(NotAnalysed.class);
    assertThat(new PatternAnalysis().find(List.of(filter("EQUALS", "ops")), List.of(), Set.of()))
        .isEqualTo(new Found("ops"));
  }

  @Test
  void whichLettersAreTheSameIsWhatTheMatcherSays() {
    StringBuilder everything = new StringBuilder();
    for (int i = 0; i < Letters.LEGIBLE.ranges(); i++) {
      for (int each = Letters.LEGIBLE.first(i);
          each <= Math.min(0x1_0FFF, Letters.LEGIBLE.last(i));
          each++) {
        everything.appendCodePoint(each);
      }
    }
    for (int from :
        new int[] {
          0x41, 0xB5, 0x130, 0x1C4, 0x345, 0x370, 0x400, 0x10A0, 0x1C90, 0x1E90, 0x1F80, 0x2120,
          0x2160, 0xA640, 0x10400
        }) {
      int to = from + 0x3F;
      CodePoints expected = Letters.LEGIBLE.and(CaseFolding.of(CodePoints.range(from, to)));
      CodePoints.Builder actual = new CodePoints.Builder();
      var runs = Pattern.compile("(?i)[\\x{%x}-\\x{%x}]".formatted(from, to)).matcher(everything);
      while (runs.find()) {
        int each = everything.codePointAt(runs.start());
        actual.add(each, each);
      }
      assertThat(text(actual.build())).as("%x", from).isEqualTo(text(expected));
    }
  }

  private static String text(CodePoints set) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < set.ranges(); i++) {
      text.append("%x-%x ".formatted(set.first(i), set.last(i)));
    }
    return text.toString();
  }

  private NameOutcome found(GroupFilter filter) {
    return analysis.find(List.of(filter), List.of(), Set.of());
  }

  private static GroupFilter regex(String value) {
    return filter("MATCHES_REGEX", value);
  }

  private static GroupFilter filter(String type, String value) {
    return new GroupFilter(GroupPattern.parse(type, value).orElseThrow(), Optional.empty());
  }

  private static GroupFilter filter(String type, String value, String exceptType, String except) {
    return new GroupFilter(
        GroupPattern.parse(type, value).orElseThrow(),
        Optional.of(GroupPattern.parse(exceptType, except).orElseThrow()));
  }
}
