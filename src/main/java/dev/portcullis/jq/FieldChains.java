package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Index;
import dev.portcullis.jq.Expression.Iterate;
import dev.portcullis.jq.Expression.Lenient;
import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.Try;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the chains of field names that a program goes along. */
final class FieldChains {

  private FieldChains() {}

  static Set<List<String>> of(Expression program) {
    Set<List<String>> chains = new LinkedHashSet<>();
    Deque<Expression> pending = new ArrayDeque<>(List.of(program));
    while (!pending.isEmpty()) {
      Expression expression = pending.pop();
      List<String> chain = chain(expression);
      if (!chain.isEmpty()) {
        chains.add(chain);
      }
      Parts.of(expression).forEach(pending::push);
    }
    return chains;
  }

  /** The names up to here; iteration and {@code ?} pass them on. */
  private static List<String> chain(Expression expression) {
    return switch (expression) {
      case Index(var target, Literal(String name)) -> {
        List<String> longer = new ArrayList<>(chain(target));
        longer.add(name);
        yield longer;
      }
      case Index(var target, Literal(Number _)) -> chain(target);
      case Iterate(var target) -> chain(target);
      case Lenient(var access) -> chain(access);
      case Try(var body, var fallback) when fallback.isEmpty() -> chain(body);
      default -> List.of();
    };
  }
}
