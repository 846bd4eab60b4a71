package dev.portcullis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns against a naive oracle, over names short enough to collide often. */
class GroupPatternPropertyTest {

  @Property
  void theLiteralKindsAgreeWithACharacterByCharacterOracle(
      @ForAll PatternType type, @ForAll("values") String value, @ForAll("names") String name) {
    String literal = type == PatternType.MATCHES_REGEX ? Pattern.quote(value) : value;
    boolean isMatched = pattern(type, literal).matches(name);

    assertThat(isMatched).isEqualTo(oracle(type, value, name));
  }

  @Property
  void noPatternMatchesANameWithAControlCharacter(
      @ForAll PatternType type,
      @ForAll("values") String value,
      @ForAll("controls") String control,
      @ForAll("names") String before) {
    assertThat(pattern(type, value).matches(before + control + value)).isFalse();
    assertThat(pattern(type, value).matches(value + control + before)).isFalse();
  }

  @Property
  void whateverComesFromOutsideIsAcceptedOrRejected(
      @ForAll PatternType type, @ForAll String value, @ForAll String name) {
    switch (GroupPattern.parse(type.name(), value)) {
      case ParsedPattern.Accepted(GroupPattern pattern) -> {
        assertThat(pattern.value()).isEqualTo(value);
        assertThat(pattern.matches(name)).isEqualTo(pattern.matches(name));
      }
      case ParsedPattern.Rejected(String problem) -> assertThat(problem).isNotBlank();
    }
  }

  /** Slides the value along the name. */
  private static boolean oracle(PatternType type, String value, String name) {
    boolean isMatched = false;
    for (int start = 0; start + value.length() <= name.length(); start++) {
      boolean isHere = true;
      for (int i = 0; i < value.length(); i++) {
        isHere &= name.charAt(start + i) == value.charAt(i);
      }
      boolean isAnchored =
          switch (type) {
            case STARTS_WITH -> start == 0;
            case EQUALS, MATCHES_REGEX -> value.length() == name.length();
            case CONTAINS -> true;
          };
      isMatched |= isHere && isAnchored;
    }
    return isMatched;
  }

  private static GroupPattern pattern(PatternType type, String value) {
    return GroupPattern.parse(type.name(), value).orElseThrow();
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings().withChars('a', 'A', 'b', '-').ofMinLength(1).ofMaxLength(3);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars('a', 'A', 'b', '-').ofMaxLength(5);
  }

  @Provide
  Arbitrary<String> controls() {
    return Arbitraries.of(
        "\n", "\r", "\t", "\u0000", "\u001f", "\u007f", "\u0085", "\u2028", "\u2029");
  }
}
