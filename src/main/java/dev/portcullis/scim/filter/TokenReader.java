package dev.portcullis.scim.filter;

import dev.portcullis.scim.filter.Token.Kind;

/**
 * Goes from token to token, counts how deep it is, and says what is wrong with what stands there.
 */
final class TokenReader {

  private static final String HOW_TO_JOIN = "join conditions by `and` or `or`";

  private final PositionedFault fault;
  private final Tokens tokens;
  private Token current;
  private int depth;

  TokenReader(String text, PositionedFault fault) {
    this.fault = fault;
    this.tokens = new Tokens(text, fault);
    this.current = tokens.next();
  }

  /** What stands here. */
  Token current() {
    return current;
  }

  /** What stands here, and goes on. */
  Token take() {
    Token taken = current;
    current = tokens.next();
    return taken;
  }

  /** Goes in behind a parenthesis or bracket, and answers it. */
  Token enter() {
    if (depth == FilterText.MAX_DEPTH) {
      throw fault.at(
          current.position(),
          "parentheses and brackets must not be nested deeper than "
              + FilterText.MAX_DEPTH
              + " levels");
    }
    depth++;
    return take();
  }

  /** Goes out behind what closes it. */
  void leave(Token opening) {
    boolean isParenthesis = opening.is(Kind.OPENING_PARENTHESIS);
    String name = isParenthesis ? "parenthesis" : "bracket";
    if (current.is(Kind.END)) {
      throw fault.at(opening.position(), "this " + name + " is not closed");
    }
    if (!current.is(isParenthesis ? Kind.CLOSING_PARENTHESIS : Kind.CLOSING_BRACKET)) {
      throw fault.at(
          current.position(),
          "here the %s of position %d must be closed: %s"
              .formatted(name, opening.position(), HOW_TO_JOIN));
    }
    take();
    depth--;
  }

  /** Words must not run together. */
  void requireSpace() {
    if (!current.isSpaced() && !current.is(Kind.END)) {
      throw fault.at(current.position(), "put a space before this");
    }
  }

  void requireEnd() {
    if (current.is(Kind.CLOSING_PARENTHESIS) || current.is(Kind.CLOSING_BRACKET)) {
      throw fault.at(current.position(), "nothing was opened that this closes");
    }
    if (!current.is(Kind.END)) {
      throw fault.at(
          current.position(),
          "what begins here does not belong to what stands before: " + HOW_TO_JOIN);
    }
  }
}
