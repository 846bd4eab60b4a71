package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Alternative;
import dev.portcullis.jq.Expression.And;
import dev.portcullis.jq.Expression.Assign;
import dev.portcullis.jq.Expression.Binary;
import dev.portcullis.jq.Expression.Bind;
import dev.portcullis.jq.Expression.Comma;
import dev.portcullis.jq.Expression.Define;
import dev.portcullis.jq.Expression.Definition;
import dev.portcullis.jq.Expression.Identity;
import dev.portcullis.jq.Expression.Operator;
import dev.portcullis.jq.Expression.Or;
import dev.portcullis.jq.Expression.Pipe;
import dev.portcullis.jq.Expression.Update;
import dev.portcullis.jq.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads a program: pipes, commas and operators; its terms are {@link TermParser}'s. */
final class Parser {

  private static final int ALTERNATIVE = 1;
  private static final int ASSIGNMENT = 2;
  private static final int COMPARISON = 5;

  private static final Map<String, Integer> STRENGTHS =
      Map.ofEntries(
          Map.entry("//", ALTERNATIVE),
          Map.entry("=", ASSIGNMENT),
          Map.entry("|=", ASSIGNMENT),
          Map.entry("+=", ASSIGNMENT),
          Map.entry("-=", ASSIGNMENT),
          Map.entry("*=", ASSIGNMENT),
          Map.entry("/=", ASSIGNMENT),
          Map.entry("%=", ASSIGNMENT),
          Map.entry("//=", ASSIGNMENT),
          Map.entry("or", 3),
          Map.entry("and", 4),
          Map.entry("==", COMPARISON),
          Map.entry("!=", COMPARISON),
          Map.entry("<", COMPARISON),
          Map.entry("<=", COMPARISON),
          Map.entry(">", COMPARISON),
          Map.entry(">=", COMPARISON),
          Map.entry("+", 6),
          Map.entry("-", 6),
          Map.entry("*", 7),
          Map.entry("/", 7),
          Map.entry("%", 7));

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

  /** Holds what an operation assigns; no program can name it. */
  private static final String OPERAND = "=";

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
        int strength = STRENGTHS.getOrDefault(sign.text(), 0);
        if (!isOperator(sign) || strength < weakest) {
          return left;
        }
        words.next();
        left = joined(sign.text(), left, operation(strength == ALTERNATIVE ? 1 : strength + 1));
        refuseChain(strength);
      }
    } finally {
      words.rise();
    }
  }

  private static boolean isOperator(Token token) {
    return token.kind() == Token.Kind.MARK || token.isWord("and") || token.isWord("or");
  }

  /** Neither comparisons nor assignments follow one another. */
  private void refuseChain(int strength) {
    Token next = words.peek();
    if ((strength == COMPARISON || strength == ASSIGNMENT)
        && isOperator(next)
        && STRENGTHS.getOrDefault(next.text(), 0) == strength) {
      throw words.unexpected(
          strength == COMPARISON ? "`and`, `or` or parentheses" : "`|` or parentheses");
    }
  }

  private static Expression joined(String sign, Expression left, Expression right) {
    return switch (sign) {
      case "//" -> new Alternative(left, right);
      case "or" -> new Or(left, right);
      case "and" -> new And(left, right);
      case "=" -> new Assign(left, right);
      case "|=" -> new Update(left, right);
      case "//=" -> updated(left, right, value -> new Alternative(new Identity(), value));
      case "+=", "-=", "*=", "/=", "%=" ->
          updated(
              left,
              right,
              value ->
                  new Binary(
                      OPERATORS.getOrDefault(sign.substring(0, 1), Operator.PLUS),
                      new Identity(),
                      value));
      default -> new Binary(OPERATORS.getOrDefault(sign, Operator.EQUAL), left, right);
    };
  }

  /** The right side is evaluated once, on the whole input, and each place is joined with it. */
  private static Expression updated(
      Expression places, Expression value, UnaryOperator<Expression> joining) {
    return new Bind(
        value,
        new Expression.Pattern.Name(OPERAND),
        new Update(places, joining.apply(new Variable(OPERAND))));
  }
}
