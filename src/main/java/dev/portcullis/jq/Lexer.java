package dev.portcullis.jq;

import dev.portcullis.jq.Token.Kind;
import dev.portcullis.jq.Token.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a program into words. */
final class Lexer {

  private static final List<String> MARKS =
      List.of(
          "?//", "//=", "..", "==", "!=", "<=", ">=", "//", "|=", "+=", "-=", "*=", "/=", "%=", ".",
          "[", "]", "(", ")", "{", "}", "|", ",", ":", ";", "=", "<", ">", "+", "-", "*", "/", "%",
          "?");

  /** More digits than any double has; longer ones are somebody's mistake or an attack. */
  private static final int MAX_DIGITS = 400;

  private final String source;
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.getLast().kind() != Kind.END);
    return tokens;
  }

  private Token next() {
    skipBlanks();
    int start = at;
    if (at == source.length()) {
      return token(Kind.END, "", null, start);
    }
    char c = source.charAt(at);
    if (isDigit(c) || (c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
      return number(start);
    }
    if (c == '"') {
      return text(start);
    }
    if (c == '.' && startsName(at + 1)) {
      at++;
      return token(Kind.FIELD, name(), null, start);
    }
    if (c == '$' && startsName(at + 1)) {
      at++;
      return token(Kind.VARIABLE, name(), null, start);
    }
    if (c == '@' && startsName(at + 1)) {
      at++;
      return token(Kind.FORMAT, name(), null, start);
    }
    return startsName(at) ? token(Kind.NAME, name(), null, start) : mark(start);
  }

  private void skipBlanks() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '#') {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (!Character.isWhitespace(c)) {
        return;
      } else {
        at++;
      }
    }
  }

  private Token mark(int start) {
    for (String mark : MARKS) {
      if (source.startsWith(mark, at)) {
        at += mark.length();
        return token(Kind.MARK, mark, null, start);
      }
    }
    throw problem("has a character that no program has", start);
  }

  private Token number(int start) {
    digits();
    if (at < source.length() && source.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < source.length() && (source.charAt(at) == 'e' || source.charAt(at) == 'E')) {
      at++;
      if (at < source.length() && (source.charAt(at) == '+' || source.charAt(at) == '-')) {
        at++;
      }
      digits();
    }
    String text = source.substring(start, at);
    return token(Kind.NUMBER, text, value(text, start), start);
  }

  private static Number value(String text, int start) {
    try {
      double value = text.length() > MAX_DIGITS ? Double.NaN : Double.parseDouble(text);
      if (Double.isFinite(value)) {
        BigDecimal exact = new BigDecimal(text.endsWith(".") ? text + "0" : text);
        return exact.compareTo(BigDecimal.valueOf(value)) == 0 ? value : exact;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is too large.
    }
    throw problem("has a number that cannot be read", start);
  }

  private void digits() {
    while (at < source.length() && isDigit(source.charAt(at))) {
      at++;
    }
  }

  private Token text(int start) {
    List<Part> parts = new ArrayList<>();
    StringBuilder characters = new StringBuilder();
    at++;
    while (true) {
      char c = charOfText(start);
      if (c == '"') {
        parts.add(new Part(characters.toString(), false));
        return new Token(Kind.TEXT, "", null, parts, start);
      }
      if (c != '\\') {
        characters.append(c);
      } else if (at < source.length() && source.charAt(at) == '(') {
        parts.add(new Part(characters.toString(), false));
        characters.setLength(0);
        parts.add(new Part(interpolation(start), true));
      } else {
        characters.append(escaped(start));
      }
    }
  }

  private char charOfText(int start) {
    if (at >= source.length()) {
      throw problem("has a text without its closing quote", start);
    }
    return source.charAt(at++);
  }

  /** The source between the parentheses of an interpolation, which may hold texts of its own. */
  private String interpolation(int start) {
    int from = ++at;
    int open = 1;
    while (open > 0) {
      char c = charOfText(start);
      if (c == '"') {
        at--;
        text(at);
      } else if (c == '(') {
        open++;
      } else if (c == ')') {
        open--;
      }
    }
    return source.substring(from, at - 1);
  }

  private char escaped(int start) {
    char c = charOfText(start);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode(start);
      default -> throw problem("has the unknown escape `\\" + c + "`", start);
    };
  }

  private char unicode(int start) {
    if (at + 4 <= source.length()) {
      String digits = source.substring(at, at + 4);
      if (digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        at += 4;
        return (char) Integer.parseInt(digits, 16);
      }
    }
    throw problem("has an escape `\\u` without four hexadecimal digits", start);
  }

  private String name() {
    int start = at;
    while (at < source.length() && isNamePart(source.charAt(at))) {
      at++;
    }
    return source.substring(start, at);
  }

  private boolean startsName(int index) {
    return index < source.length()
        && isNamePart(source.charAt(index))
        && !isDigit(source.charAt(index));
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Token token(Kind kind, String text, @Nullable Number number, int at) {
    return new Token(kind, text, number, List.of(), at);
  }

  private static SyntaxProblem problem(String problem, int at) {
    return new SyntaxProblem("%s at character %d".formatted(problem, at + 1));
  }
}
