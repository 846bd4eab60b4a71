package dev.portcullis.jq;

import dev.portcullis.jq.Expression.MemberPattern;
import dev.portcullis.jq.Expression.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the functions, variables and labels of a program that mean nothing. */
final class NameCheck {

  private final Set<String> unknown = new TreeSet<>();

  private NameCheck() {}

  /** The unknown names, as a message shows them. */
  static List<String> of(Expression program, Set<String> library) {
    NameCheck check = new NameCheck();
    check.visit(program, library);
    return List.copyOf(check.unknown);
  }

  private void visit(Expression expression, Set<String> known) {
    switch (expression) {
      case Expression.Call call -> {
        if (!known.contains(call.key())) {
          unknown.add("the unknown function `" + call.key() + "`");
        }
        call.arguments().forEach(argument -> visit(argument, known));
      }
      case Expression.Variable(String name) ->
          require(known.contains("$" + name), "the unbound variable `$" + name + "`");
      case Expression.Break(String name) ->
          require(known.contains("*" + name), "the unknown label `$" + name + "`");
      case Expression.Label(String name, Expression body) ->
          visit(body, with(known, Stream.of("*" + name)));
      case Expression.Define(Expression.Definition definition, Expression rest) -> {
        define(definition, known);
        visit(rest, with(known, Stream.of(definition.key())));
      }
      case Expression.Bind(Expression source, Pattern pattern, Expression body) -> {
        visit(source, known);
        visit(body, bound(pattern, known));
      }
      case Expression.Reduce(var source, var pattern, var start, var update) -> {
        visit(source, known);
        visit(start, known);
        visit(update, bound(pattern, known));
      }
      case Expression.Foreach(var source, var pattern, var start, var update, var extract) -> {
        visit(source, known);
        visit(start, known);
        visit(update, bound(pattern, known));
        visit(extract, bound(pattern, known));
      }
      default -> Parts.of(expression).forEach(part -> visit(part, known));
    }
  }

  private void define(Expression.Definition definition, Set<String> known) {
    Stream<String> parameters =
        definition.parameters().stream()
            .flatMap(name ->
                name.startsWith("$")
                    ? Stream.of(name, name.substring(1) + "/0")
                    : Stream.of(name + "/0"));
    visit(definition.body(), with(known, Stream.concat(Stream.of(definition.key()), parameters)));
  }

  private Set<String> bound(Pattern pattern, Set<String> known) {
    return switch (pattern) {
      case Pattern.Name(String variable) -> with(known, Stream.of("$" + variable));
      case Pattern.Elements(var patterns) -> {
        Set<String> all = known;
        for (Pattern element : patterns) {
          all = bound(element, all);
        }
        yield all;
      }
      case Pattern.Members(var members) -> {
        Set<String> all = known;
        for (MemberPattern member : members) {
          visit(member.key(), all);
          all = with(all, member.bound().stream().map(name -> "$" + name));
          all = member.pattern().isPresent() ? bound(member.pattern().get(), all) : all;
        }
        yield all;
      }
    };
  }

  private void require(boolean known, String problem) {
    if (!known) {
      unknown.add(problem);
    }
  }

  private static Set<String> with(Set<String> known, Stream<String> names) {
    Set<String> more = new HashSet<>(known);
    names.forEach(more::add);
    return more;
  }
}
