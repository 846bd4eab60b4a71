package dev.portcullis.scim.filter;

/**
 * A word, text or bracket of a filter.
 *
 * @param text a word as written, a text without quotes and escapes, else empty
 * @param position of its first character, counted from 1
 * @param isSpaced whether a space stands before it
 */
record Token(Kind kind, String text, int position, boolean isSpaced) {

  enum Kind {
    /** A name, operator, number or keyword. */
    WORD,
    /** A text in double quotes. */
    TEXT,
    OPENING_PARENTHESIS,
    CLOSING_PARENTHESIS,
    OPENING_BRACKET,
    CLOSING_BRACKET,
    /** Where the filter ends. */
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it is that keyword, in whatever case. */
  boolean isWord(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }
}
