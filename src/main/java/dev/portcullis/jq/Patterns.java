package dev.portcullis.jq;

import dev.portcullis.jq.Expression.MemberPattern;
import dev.portcullis.jq.Expression.Pattern;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes values apart and binds the pieces to variables. */
final class Patterns {

  private final Evaluation evaluation;

  Patterns(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  void bind(Pattern pattern, @Nullable Object value, Scope scope, Consumer<Scope> body) {
    switch (pattern) {
      case Pattern.Name(String variable) -> body.accept(scope.withVariable(variable, value));
      case Pattern.Elements(var patterns) -> elements(patterns, 0, value, scope, body);
      case Pattern.Members(var members) -> members(members, value, scope, body);
    }
  }

  private void elements(
      List<Pattern> patterns, int at, @Nullable Object value, Scope scope, Consumer<Scope> body) {
    if (at == patterns.size()) {
      body.accept(scope);
      return;
    }
    bind(
        patterns.get(at),
        Access.index(value, at),
        scope,
        inner -> elements(patterns, at + 1, value, inner, body));
  }

  private void members(
      List<MemberPattern> members, @Nullable Object value, Scope scope, Consumer<Scope> body) {
    if (members.isEmpty()) {
      body.accept(scope);
      return;
    }
    MemberPattern member = members.getFirst();
    List<MemberPattern> rest = members.subList(1, members.size());
    evaluation.run(
        member.key(),
        scope,
        value,
        (key, _) -> {
          @Nullable Object found = Access.index(value, key);
          Scope bound = member.bound().map(name -> scope.withVariable(name, found)).orElse(scope);
          if (member.pattern().isPresent()) {
            bind(member.pattern().get(), found, bound, inner -> members(rest, value, inner, body));
          } else {
            members(rest, value, bound, body);
          }
        });
  }
}
