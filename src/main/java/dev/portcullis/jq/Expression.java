package dev.portcullis.jq;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a program. */
sealed interface Expression {

  /** {@code .} */
  record Identity() implements Expression {}

  /** {@code ..} */
  record Descend() implements Expression {}

  record Literal(@Nullable Object value) implements Expression {}

  /** A text with interpolations; the parts in order. */
  record Interpolated(List<Expression> parts) implements Expression {}

  /** {@code target.name} and {@code target[key]} */
  record Index(Expression target, Expression key) implements Expression {}

  /** {@code target[from:to]} */
  record Slice(Expression target, Optional<Expression> from, Optional<Expression> to)
      implements Expression {}

  /** {@code target[]} */
  record Iterate(Expression target) implements Expression {}

  record ListOf(Optional<Expression> elements) implements Expression {}

  record ObjectOf(List<Member> members) implements Expression {}

  record Member(Expression key, Expression value) {}

  record Negation(Expression operand) implements Expression {}

  record Pipe(Expression left, Expression right) implements Expression {}

  record Comma(Expression left, Expression right) implements Expression {}

  record Binary(Operator operator, Expression left, Expression right) implements Expression {}

  record And(Expression left, Expression right) implements Expression {}

  record Or(Expression left, Expression right) implements Expression {}

  /** {@code left // right} */
  record Alternative(Expression left, Expression right) implements Expression {}

  record If(Expression condition, Expression then, Expression otherwise) implements Expression {}

  /**
   * {@code target.name?} and its like: nothing where that cannot be looked into; what the target
   * itself throws is thrown.
   *
   * @param access an {@link Index}, a {@link Slice} or an {@link Iterate}
   */
  record Lenient(Expression access) implements Expression {}

  /** {@code try body catch fallback}; {@code (body)?} has none. */
  record Try(Expression body, Optional<Expression> fallback) implements Expression {}

  record Reduce(Expression source, Pattern pattern, Expression start, Expression update)
      implements Expression {}

  record Foreach(
      Expression source, Pattern pattern, Expression start, Expression update, Expression extract)
      implements Expression {}

  /** {@code source as pattern | body} */
  record Bind(Expression source, Pattern pattern, Expression body) implements Expression {}

  /** {@code places = values} */
  record Assign(Expression places, Expression values) implements Expression {}

  /** {@code places |= update} */
  record Update(Expression places, Expression update) implements Expression {}

  record Define(Definition definition, Expression rest) implements Expression {}

  /**
   * A function.
   *
   * @param parameters names; one that begins with {@code $} is a value, any other a filter
   */
  record Definition(String name, List<String> parameters, Expression body) {

    String key() {
      return name + "/" + parameters.size();
    }
  }

  record Call(String name, List<Expression> arguments) implements Expression {

    String key() {
      return name + "/" + arguments.size();
    }
  }

  /** {@code $name} */
  record Variable(String name) implements Expression {}

  record Label(String name, Expression body) implements Expression {}

  record Break(String name) implements Expression {}

  /** The operators that take two values and give one. */
  enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    MODULO,
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  /** What {@code as} takes a value apart by. */
  sealed interface Pattern {

    record Name(String variable) implements Pattern {}

    record Elements(List<Pattern> patterns) implements Pattern {}

    record Members(List<MemberPattern> members) implements Pattern {}
  }

  /**
   * One member of an object pattern.
   *
   * @param bound the variable that the member's whole value is bound to, for {@code {$name}}
   */
  record MemberPattern(Expression key, Optional<String> bound, Optional<Pattern> pattern) {}
}
