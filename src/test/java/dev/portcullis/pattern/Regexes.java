package dev.portcullis.pattern;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random expressions in RE2's syntax, and names that such expressions tell apart. */
final class Regexes {

  private static final String[] CHARACTERS = {
    "a",
    "A",
    "b",
    "k",
    "s",
    "ß",
    "é",
    "1",
    "_",
    "-",
    "\\-",
    " ",
    "\\x{1F600}",
    "😀",
    "\\x6b",
    "\\141",
    "\\x{212A}",
    "\\.",
    "Σ",
    "{",
    "]",
    "\\Qa.\\E",
    "\u0130",
    "ǅ"
  };

  private static final String[] CLASSES = {
    ".",
    "\\d",
    "\\D",
    "\\w",
    "\\W",
    "\\s",
    "\\S",
    "\\pL",
    "\\PL",
    "\\p{Greek}",
    "\\p{^Greek}",
    "\\P{Lu}",
    "\\p{Lu}",
    "[ab]",
    "[^ab]",
    "[a-k]",
    "[^\\x00-\\x{10FFFF}]",
    "[[:alpha:]1]",
    "[^[:^word:]]",
    "[\\d\\-_]",
    "[]a]",
    "[^]a]",
    "[a-]",
    "[-a]",
    "[\\p{Greek}é]",
    "[^\\PLa]",
    "[😀-😂]",
    "[A-Z]",
    "[^A-Z]",
    "[K]",
    "[\\x{212A}]",
    "[a\\]b]",
    "[.^$]",
    "[\\pN-]",
    "\\pS"
  };

  private static final String[] PLACES = {
    "^", "$", "\\b", "\\B", "\\A", "\\z", "(?i)", "(?-i)", "(?m)", "(?s-i)"
  };

  private static final String[] COUNTS = {
    "*", "+", "?", "*?", "+?", "??", "{2}", "{0,1}", "{1,}", "{0}", "{1,2}?", "{02}", "{,2}"
  };

  private static final int[] LETTERS =
      "aAbkKsSſßẞéÉ1_- ]{.😀😂Σσς\u212A\u0130iıǅǆ".codePoints().toArray();

  private Regexes() {}

  /** Expressions of which the matcher refuses some. */
  static Arbitrary<String> expressions() {
    return expression(3);
  }

  private static Arbitrary<String> expression(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, Arbitraries.of(CHARACTERS)),
            net.jqwik.api.Tuple.of(3, Arbitraries.of(CLASSES)),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(PLACES)));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> expression(depth - 1));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, leaf),
        net.jqwik.api.Tuple.of(
            4, inner.list().ofMinSize(0).ofMaxSize(3).map(parts -> String.join("", parts))),
        net.jqwik.api.Tuple.of(
            2, Combinators.combine(inner, inner).as((one, other) -> one + "|" + other)),
        net.jqwik.api.Tuple.of(
            3,
            Combinators.combine(
                    Arbitraries.of("(", "(?:", "(?i:", "(?-i:", "(?P<n>", "(?m-s:"), inner)
                .as((open, part) -> open + part + ")")),
        net.jqwik.api.Tuple.of(
            3,
            Combinators.combine(inner, Arbitraries.of(COUNTS)).as((part, count) -> part + count)));
  }

  /**
   * All names of up to two letters that tell the expressions above apart, the empty one included.
   */
  static List<String> names() {
    List<String> single = java.util.Arrays.stream(LETTERS).mapToObj(Character::toString).toList();
    return Stream.of(
            Stream.of("", "aaa", "aAb", "a-a", "kkk", "a1_", "😀😀😀", "aé-", "Σςσ"),
            single.stream(),
            single.stream().flatMap(first -> single.stream().map(first::concat)))
        .flatMap(names -> names)
        .toList();
  }
}
