package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Alternative;
import dev.portcullis.jq.Expression.And;
import dev.portcullis.jq.Expression.Binary;
import dev.portcullis.jq.Expression.Comma;
import dev.portcullis.jq.Expression.Define;
import dev.portcullis.jq.Expression.Definition;
import dev.portcullis.jq.Expression.Operator;
import dev.portcullis.jq.Expression.Or;
import dev.portcullis.jq.Expression.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a program: pipes, commas and operators; its terms are {@link TermParser}'s. */
final class Parser {

  private static final int ALTERNATIVE = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int COMPARISON = 4;

  private static final Map<String, Integer> STRENGTHS =
      Map.ofEntries(
          Map.entry("//", ALTERNATIVE),
          Map.entry("or", OR),
          Map.entry("and", AND),
          Map.entry("==", COMPARISON),
          Map.entry("!=", COMPARISON),
          Map.entry("<", COMPARISON),
          Map.entry("<=", COMPARISON),
          Map.entry(">", COMPARISON),
          Map.entry(">=", COMPARISON),
          Map.entry("+", 5),
          Map.entry("-", 5),
          Map.entry("*", 6),
          Map.entry("/", 6),
          Map.entry("%", 6));

  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("==", Operator.EQUAL),
          Map.entry("!=", Operator.UNEQUAL),
          Map.entry("<", Operator.LESS),
          Map.entry("<=", Operator.LESS_OR_EQUAL),
          Map.entry(">", Operator.GREATER),
          Map.entry(">=", Operator.GREATER_OR_EQUAL),
          Map.entry("+", Operator.PLUS),
          Map.entry("-", Operator.MINUS),
          Map.entry("*", Operator.TIMES),
          Map.entry("/", Operator.DIVIDE),
          Map.entry("%", Operator.MODULO));

  private static final List<String> ASSIGNMENTS =
      List.of("=", "|=", "+=", "-=", "*=", "/=", "%=", "//=");

  private final Words words;
  private final TermParser terms;

  private Parser(Words words) {
    this.words = words;
    this.terms = new TermParser(words, this);
  }

  static Expression parse(String source) {
    return parse(source, new Depth());
  }

  static Expression parse(String source, Depth depth) {
    Words words = new Words(Lexer.tokens(source), depth);
    Expression program = new Parser(words).pipe();
    if (words.peek().kind() != Token.Kind.END) {
      throw words.unexpected("an operator or the end");
    }
    return program;
  }

  /** The definitions of a library, one after another. */
  static List<Definition> definitions(String source) {
    Words words = new Words(Lexer.tokens(source), new Depth());
    Parser parser = new Parser(words);
    List<Definition> definitions = new ArrayList<>();
    while (words.peek().kind() != Token.Kind.END) {
      definitions.add(parser.definition());
    }
    return definitions;
  }

  Expression pipe() {
    words.deepen();
    try {
      if (words.peek().isWord("def")) {
        Definition definition = definition();
        return new Define(definition, pipe());
      }
      Expression left = comma();
      return words.skip("|") ? new Pipe(left, pipe()) : left;
    } finally {
      words.rise();
    }
  }

  private Definition definition() {
    words.expectWord("def");
    String name = words.name();
    List<String> parameters = new ArrayList<>();
    if (words.skip("(")) {
      do {
        parameters.add(
            words.peek().kind() == Token.Kind.VARIABLE ? "$" + words.variable() : words.name());
      } while (words.skip(";"));
      words.expect(")");
    }
    words.expect(":");
    Expression body = pipe();
    words.expect(";");
    return new Definition(name, parameters, body);
  }

  private Expression comma() {
    Expression left = operation();
    while (words.skip(",")) {
      left = new Comma(left, operation());
    }
    return left;
  }

  /** An expression without commas and pipes. */
  Expression operation() {
    return operation(1);
  }

  private Expression operation(int weakest) {
    words.deepen();
    try {
      Expression left = terms.term();
      while (true) {
        Token sign = words.peek();
        refuseAssignment(sign);
        int strength = STRENGTHS.getOrDefault(sign.text(), 0);
        if (!isOperator(sign) || strength < weakest) {
          return left;
        }
        words.next();
        left = joined(sign.text(), left, operation(strength == ALTERNATIVE ? 1 : strength + 1));
        if (strength == COMPARISON && isComparison(words.peek())) {
          throw words.unexpected("`and`, `or` or parentheses");
        }
      }
    } finally {
      words.rise();
    }
  }

  private static boolean isOperator(Token token) {
    return token.kind() == Token.Kind.MARK || token.isWord("and") || token.isWord("or");
  }

  private static boolean isComparison(Token token) {
    return isOperator(token) && STRENGTHS.getOrDefault(token.text(), 0) == COMPARISON;
  }

  private void refuseAssignment(Token token) {
    if (token.kind() == Token.Kind.MARK && ASSIGNMENTS.contains(token.text())) {
      throw words.problem("must not assign with `" + token.text() + "`; a condition only reads");
    }
  }

  private static Expression joined(String sign, Expression left, Expression right) {
    return switch (sign) {
      case "//" -> new Alternative(left, right);
      case "or" -> new Or(left, right);
      case "and" -> new And(left, right);
      default -> new Binary(OPERATORS.getOrDefault(sign, Operator.EQUAL), left, right);
    };
  }
}
