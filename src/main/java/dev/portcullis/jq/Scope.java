package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Definition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names mean at a place of a program: a chain, innermost first, that ends in the library. */
final class Scope {

  /** What a function's name means. */
  sealed interface Function {}

  /** A defined function, with the scope in which it was. */
  record Closure(Definition definition, Scope scope) implements Function {}

  /** A filter that was handed to a function. */
  record Argument(Expression body, Scope scope) implements Function {}

  private final @Nullable Scope outer;
  private final String name;
  private final @Nullable Object meaning;
  private final Map<String, Definition> library;

  private Scope(
      @Nullable Scope outer,
      String name,
      @Nullable Object meaning,
      Map<String, Definition> library) {
    this.outer = outer;
    this.name = name;
    this.meaning = meaning;
    this.library = library;
  }

  static Scope of(Map<String, Definition> library) {
    return new Scope(null, "", null, library);
  }

  Scope withVariable(String variable, @Nullable Object value) {
    return new Scope(this, "$" + variable, value, library);
  }

  Scope withDefinition(Definition definition) {
    return new Scope(this, definition.key(), definition, library);
  }

  Scope withArgument(String parameter, Argument argument) {
    return new Scope(this, parameter + "/0", argument, library);
  }

  Scope withLabel(String label, Object identity) {
    return new Scope(this, "*" + label, identity, library);
  }

  @Nullable Object variable(String variable) {
    return found("$" + variable).meaning;
  }

  Object label(String label) {
    Object identity = found("*" + label).meaning;
    return identity == null ? this : identity;
  }

  /** What a call means, or null if it is left to the natives. */
  @Nullable Function function(String key) {
    Scope scope = this;
    while (scope != null && !scope.name.equals(key)) {
      scope = scope.outer;
    }
    if (scope == null) {
      Definition defined = library.get(key);
      return defined == null ? null : new Closure(defined, of(library));
    }
    return scope.meaning instanceof Definition definition
        ? new Closure(definition, scope)
        : (Argument) scope.meaning;
  }

  private Scope found(String wanted) {
    Scope scope = this;
    while (!scope.name.equals(wanted)) {
      if (scope.outer == null) {
        throw new IllegalStateException("the check of names let an unbound one through");
      }
      scope = scope.outer;
    }
    return scope;
  }
}
