package dev.portcullis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.pattern.ParsedPattern.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupPatternTest {

  private static final GroupPattern ALL = pattern("MATCHES_REGEX", ".*");

  @ParameterizedTest
  @CsvSource({
    "STARTS_WITH,   eng-,      eng-web,   true",
    "STARTS_WITH,   eng-,      x-eng-web, false",
    "STARTS_WITH,   eng-,      Eng-web,   false",
    "EQUALS,        eng,       eng,       true",
    "EQUALS,        eng,       eng-web,   false",
    "EQUALS,        eng,       ENG,       false",
    "CONTAINS,      web,       eng-web-1, true",
    "CONTAINS,      web,       eng-Web-1, false",
    "CONTAINS,      .*,        eng,       false",
    "MATCHES_REGEX, eng-.*,    eng-web,   true",
    "MATCHES_REGEX, eng-.*,    x-eng-web, false",
    "MATCHES_REGEX, eng,       eng-web,   false",
    "MATCHES_REGEX, a|ab,      ab,        true",
    "MATCHES_REGEX, (?i)eng,   ENG,       true",
    "MATCHES_REGEX, ENG,       eng,       false",
  })
  void theWholeNameIsJudgedAndCaseCounts(
      String type, String value, String name, boolean isMatched) {
    assertThat(pattern(type, value).matches(name)).isEqualTo(isMatched);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eng\n",
        "\neng",
        "eng\r",
        "eng\r\n",
        "eng\t",
        "eng\u0000",
        "eng\u0085",
        "eng\u007f",
        "eng\u2028",
        "eng\u2029",
        "eng\nx",
        "eng\ud800"
      })
  void aNameWithAnUnseenCharacterMatchesNothing(String name) {
    assertThat(
            List.of(
                ALL,
                pattern("MATCHES_REGEX", "(?s).*"),
                pattern("MATCHES_REGEX", "(?m)^eng$"),
                pattern("MATCHES_REGEX", "eng\\s?x?"),
                pattern("STARTS_WITH", "eng"),
                pattern("CONTAINS", "eng"),
                pattern("EQUALS", "eng")))
        .noneMatch(pattern -> pattern.matches(name));
  }

  @Test
  void namesOutsideAsciiMatchWhole() {
    assertThat(ALL.matches("équipe 👩‍💻 開発")).isTrue();
    assertThat(pattern("STARTS_WITH", "équipe").matches("équipe 開発")).isTrue();
  }

  @Test
  void theLongestNameHas256CharactersHoweverTheyAreEncoded() {
    assertThat(ALL.matches("a".repeat(256))).isTrue();
    assertThat(ALL.matches("a".repeat(257))).isFalse();
    assertThat(ALL.matches("👩".repeat(256))).isTrue();
    assertThat(ALL.matches("👩".repeat(257))).isFalse();
    assertThat(pattern("STARTS_WITH", "a").matches("a".repeat(100_000))).isFalse();
    assertThat(pattern("CONTAINS", "a").matches("a".repeat(257))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(.*a){20}", "(a|a)*", "(a*)*b", "((a?){5}a){5}"})
  void anExpressionThatHangsOtherEnginesAnswers(String value) {
    GroupPattern pattern = pattern("MATCHES_REGEX", value);

    assertThat(pattern.matches("a".repeat(100_000) + "!")).isFalse();
    assertThat(pattern.matches("a".repeat(255) + "!")).isFalse();
  }

  @Test
  void aLinearExpressionStillFindsItsMatchInTheLongestName() {
    assertThat(pattern("MATCHES_REGEX", "(a+)+$").matches("a".repeat(256))).isTrue();
    assertThat(pattern("MATCHES_REGEX", "(.*a){20}").matches("ba".repeat(128))).isTrue();
    assertThat(pattern("MATCHES_REGEX", "(.*a){20}").matches("ba".repeat(19))).isFalse();
  }

  @Test
  void patternsOfEqualTypeAndValueAreEqual() {
    for (PatternType type : PatternType.values()) {
      GroupPattern pattern = pattern(type.name(), "eng");

      assertThat(pattern).isEqualTo(pattern(type.name(), "eng"));
      assertThat(pattern).hasSameHashCodeAs(pattern(type.name(), "eng"));
      assertThat(pattern).isNotEqualTo(pattern(type.name(), "Eng"));
      assertThat(pattern.type()).isEqualTo(type);
      assertThat(pattern.value()).isEqualTo("eng");
    }
    assertThat(pattern("EQUALS", "eng")).isNotEqualTo(pattern("MATCHES_REGEX", "eng"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"STARTS_WITH", "EQUALS", "CONTAINS", "MATCHES_REGEX"})
  void aValueMustNameSomethingInAtMost256Characters(String type) {
    assertThat(problem(type, "")).contains("`" + type + "` is empty", "`.*`");
    assertThat(problem(type, "a".repeat(257))).contains("longer than 256 characters");
    assertThat(problem(type, "eng\n")).contains("control character or line break");
    assertThat(pattern(type, "a".repeat(256)).matches("a".repeat(256))).isTrue();
  }

  @Test
  void anUnknownTypeIsToldTheFour() {
    assertThat(problem("ENDS_WITH", "x"))
        .isEqualTo(
            "unknown pattern type `ENDS_WITH`; use one of `STARTS_WITH`, `EQUALS`, `CONTAINS`, `MATCHES_REGEX`");
    assertThat(problem("starts_with", "x")).startsWith("unknown pattern type `starts_with`");
    assertThat(problem("X".repeat(100_000), "x")).hasSizeLessThan(200);
  }

  @ParameterizedTest
  @CsvSource({
    "(?=eng).*,          look-around at `(?=`",
    "(?!admin).*,        look-around at `(?!`",
    "(?<=a)b,            look-around at `(?<=a)b`",
    "(?<!a)b,            look-around at `(?<!a)b`",
    "(?>a)b,             look-around at `(?>`",
    "(a)\\1,             back-reference at `\\1`",
    "(?<n>a)\\k<n>,      back-reference at `\\k`",
    "(?P<n>a)(?P=n),     back-reference at `(?P`",
    "eng(,               missing closing )",
    "[a-z,               missing closing ]",
    "*,                  at `*`: missing argument to repetition operator",
    "a++,                at `++`: invalid nested repetition operator",
    "a\\,                trailing backslash",
    "a{3000},            repeats too much",
    "((a{100}){100}){9}, repeats too much",
    "'((((x{0,9}){0,9}){0,9}){0,9}){0,9}', repeats too much",
    "'(((a{1000,}){1000,}){1000,}){1000,}', repeats too much",
  })
  void aRefusedExpressionIsToldWhatAndWhere(String value, String part) {
    assertThat(problem("MATCHES_REGEX", value)).contains("`" + value + "`").contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[a-z]{1,100}", "(team|squad)-[a-z0-9]{1,64}(-[a-z]{1,20}){0,5}", "(ab){1,9}c{3}"})
  void ordinaryCountsAreAccepted(String value) {
    assertThat(pattern("MATCHES_REGEX", value).value()).isEqualTo(value);
  }

  @Test
  void theCountsOfAnAcceptedExpressionMayReachTheLimitAndNoMore() {
    assertThat(Repetitions.areBounded("a{995}".repeat(2))).isFalse();
    assertThat(Repetitions.areBounded("a{994}".repeat(2))).isTrue();
    assertThat(Repetitions.areBounded("(a{10}){133}")).isFalse();
    assertThat(Repetitions.areBounded("(a{10}){83}")).isTrue();
  }

  private static GroupPattern pattern(String type, String value) {
    return GroupPattern.parse(type, value).orElseThrow();
  }

  private static String problem(String type, String value) {
    assertThat(GroupPattern.parse(type, value)).isInstanceOf(Rejected.class);
    String problem = ((Rejected) GroupPattern.parse(type, value)).problem();
    assertThat(problem).doesNotEndWith(".").matches("(?s)[a-z].*");
    return problem;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)\u1C80",
        "(?i)x\\x{1c88}",
        "(?i)[а-я\u1C85]",
        "(?i)[\\x{4ff}-\\x{2fff}]",
        "(?i)[[:alpha:]а-漢]",
        "(?i)\\Q[\u1C81",
        "a(?i:[^]\\-а-漢])"
      })
  void whatTheMatcherWouldNeverBeDoneWithIsRefused(String regex) {
    assertThat(GroupPattern.parse("MATCHES_REGEX", regex))
        .isInstanceOfSatisfying(
            ParsedPattern.Rejected.class,
            refused -> assertThat(refused.problem()).contains("U+1C80"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u1C80",
        "(?i)team-漢",
        "(?i)[а-я]",
        "(?i)[\\x{0}-\\x{10FFFF}]",
        "(?i)[^a-z]",
        "[а-漢]"
      })
  void lettersThatMerelyResembleThoseAreNot(String regex) {
    assertThat(GroupPattern.parse("MATCHES_REGEX", regex))
        .isInstanceOf(ParsedPattern.Accepted.class);
  }
}
