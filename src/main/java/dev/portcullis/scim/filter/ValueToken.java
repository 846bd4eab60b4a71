package dev.portcullis.scim.filter;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what an attribute is compared with. */
final class ValueToken {

  /** RFC 8259 §6, with an exponent that cannot make a number of gigabytes. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d{0,99})(?:\\.\\d{1,100})?(?:[eE][+-]?\\d{1,2})?");

  private static final String QUOTE_IT =
      "here a value is expected: a text in double quotes, a number, true, false or null";

  private ValueToken() {}

  /** The value, empty if it is none. */
  static Optional<ComparisonValue> read(Token token) {
    return switch (token.kind()) {
      case TEXT -> Optional.of(new ComparisonValue.Text(token.text(), token.position()));
      case WORD -> word(token.text(), token.position());
      case OPENING_PARENTHESIS, CLOSING_PARENTHESIS, OPENING_BRACKET, CLOSING_BRACKET, END ->
          Optional.empty();
    };
  }

  private static Optional<ComparisonValue> word(String word, int position) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(new ComparisonValue.Truth(true, position));
      case "false" -> Optional.of(new ComparisonValue.Truth(false, position));
      case "null" -> Optional.of(new ComparisonValue.Null(position));
      default ->
          NUMBER.matcher(word).matches()
              ? Optional.of(new ComparisonValue.Number(new BigDecimal(word), position))
              : Optional.empty();
    };
  }

  /** What to change. */
  static String problem(Token token) {
    return token.kind() == Token.Kind.END ? "the text ends where a value is missing" : QUOTE_IT;
  }
}
