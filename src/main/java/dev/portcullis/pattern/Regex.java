package dev.portcullis.pattern;

import java.util.List;

/**
 * A regular expression as far as it says which names match: without groups to remember and without
 * preferences among matches.
 */
sealed interface Regex {

  /** The empty text. */
  Regex EMPTY = new Sequence(List.of());

  /** Any legible character. */
  Regex ANY = new OneOf(Letters.LEGIBLE);

  /** Any legible text. */
  Regex ANYTHING = new Repeated(ANY, 0, Repeated.ENDLESS);

  /** One character of a set; none if the set is empty. */
  record OneOf(CodePoints characters) implements Regex {}

  /** All, one after the other. */
  record Sequence(List<Regex> parts) implements Regex {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of them. */
  record Choice(List<Regex> parts) implements Regex {
    public Choice {
      parts = List.copyOf(parts);
    }
  }

  /** The same again and again. */
  record Repeated(Regex part, int least, int most) implements Regex {
    static final int ENDLESS = -1;
  }

  /** True at some places between characters, and takes none. */
  enum Place implements Regex {
    /** No legible name holds a line break, so that the begin of a line is the begin of the name. */
    BEGIN,
    END,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY
  }

  /** Exactly this text. */
  static Regex text(String text) {
    return new Sequence(
        text.codePoints().<Regex>mapToObj(each -> new OneOf(CodePoints.of(each))).toList());
  }

  /** What a pattern says, as one of these; the whole name is judged. */
  static Regex of(GroupPattern pattern) {
    return switch (pattern) {
      case StartsWith(String prefix) -> new Sequence(List.of(text(prefix), ANYTHING));
      case EqualsName(String whole) -> text(whole);
      case Contains(String part) -> new Sequence(List.of(ANYTHING, text(part), ANYTHING));
      case MatchesRegex regex -> new RegexParser(regex.value()).parse();
    };
  }
}
