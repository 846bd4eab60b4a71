package dev.portcullis.scim.filter;

/** Cuts a filter into its words, texts and brackets, once from left to right. */
final class Tokens {

  private static final int QUOTE = '"';

  private final String text;
  private final PositionedFault fault;
  private int index;
  private int position = 1;

  Tokens(String text, PositionedFault fault) {
    this.text = text;
    this.fault = fault;
  }

  /** The next one; at the end {@link Token.Kind#END} as often as it is asked for. */
  Token next() {
    int before = index;
    while (index < text.length() && text.charAt(index) == ' ') {
      advance(index + 1);
    }
    boolean isSpaced = index > before;
    if (index == text.length()) {
      return new Token(Token.Kind.END, "", position, isSpaced);
    }
    return switch (text.charAt(index)) {
      case '(' -> mark(Token.Kind.OPENING_PARENTHESIS, isSpaced);
      case ')' -> mark(Token.Kind.CLOSING_PARENTHESIS, isSpaced);
      case '[' -> mark(Token.Kind.OPENING_BRACKET, isSpaced);
      case ']' -> mark(Token.Kind.CLOSING_BRACKET, isSpaced);
      case QUOTE -> quoted(isSpaced);
      default -> word(isSpaced);
    };
  }

  private Token mark(Token.Kind kind, boolean isSpaced) {
    Token token = new Token(kind, "", position, isSpaced);
    advance(index + 1);
    return token;
  }

  private Token word(boolean isSpaced) {
    int end = index;
    while (end < text.length() && " ()[]\"".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    Token token = new Token(Token.Kind.WORD, text.substring(index, end), position, isSpaced);
    advance(end);
    return token;
  }

  private Token quoted(boolean isSpaced) {
    int start = position;
    StringBuilder value = new StringBuilder();
    advance(index + 1);
    while (index < text.length() && text.charAt(index) != QUOTE) {
      if (text.charAt(index) == '\\') {
        value.append(escaped());
      } else {
        int end = text.offsetByCodePoints(index, 1);
        value.append(text, index, end);
        advance(end);
      }
    }
    if (index == text.length()) {
      throw fault.at(start, "the text that begins here has no closing double quote");
    }
    advance(index + 1);
    requireStorable(value, start);
    return new Token(Token.Kind.TEXT, value.toString(), start, isSpaced);
  }

  /** The character that an escape of RFC 8259 §7 stands for. */
  private char escaped() {
    int letter = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
    int length = letter == 'u' ? 6 : 2;
    char meant =
        switch (letter) {
          case QUOTE, '\\', '/' -> (char) letter;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> hexadecimal();
          default -> throw notAnEscape();
        };
    advance(index + length);
    return meant;
  }

  private char hexadecimal() {
    int end = index + 6;
    if (end > text.length() || !text.substring(index + 2, end).matches("[0-9A-Fa-f]{4}")) {
      throw notAnEscape();
    }
    return (char) Integer.parseInt(text, index + 2, end, 16);
  }

  private RuntimeException notAnEscape() {
    return fault.at(
        position,
        "no escape of JSON: write \\\" for a double quote, \\\\ for a backslash, or \\u with four"
            + " hexadecimal digits");
  }

  /** PostgreSQL holds no NUL and no half of a surrogate pair, so nothing can have such a value. */
  private void requireStorable(CharSequence value, int start) {
    boolean isStorable =
        value.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    if (!isStorable) {
      throw fault.at(
          start, "a text must not contain a NUL control character or half of a surrogate pair");
    }
  }

  private void advance(int end) {
    position += text.codePointCount(index, end);
    index = end;
  }
}
