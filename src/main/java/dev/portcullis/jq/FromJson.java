package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Comma;
import dev.portcullis.jq.Expression.ListOf;
import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.Member;
import dev.portcullis.jq.Expression.Negation;
import dev.portcullis.jq.Expression.ObjectOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON from a text: a program that has only constants. */
final class FromJson {

  /** The longest text: it is cut into words at once, without a look at the clock. */
  private static final int MAX_LENGTH = 20_000;

  private FromJson() {}

  static @Nullable Object read(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new JqError("fromjson reads at most " + MAX_LENGTH + " characters");
    }
    try {
      return value(Parser.parse(text));
    } catch (SyntaxProblem e) {
      throw new JqError("the text is no JSON: it " + e.problem());
    }
  }

  private static @Nullable Object value(Expression expression) {
    return switch (expression) {
      case Literal(var value) -> value;
      case Negation(Literal(Number number)) -> -number.doubleValue();
      case ListOf(var elements) -> {
        List<@Nullable Object> list = new ArrayList<>();
        elements.ifPresent(all -> collect(all, list));
        yield list;
      }
      case ObjectOf(var members) -> object(members);
      default -> throw new JqError("the text is no JSON");
    };
  }

  /** Commas lean to the left. */
  private static void collect(Expression elements, List<@Nullable Object> list) {
    List<Expression> reversed = new ArrayList<>();
    Expression rest = elements;
    while (rest instanceof Comma(var before, var last)) {
      reversed.add(last);
      rest = before;
    }
    reversed.add(rest);
    reversed.reversed().forEach(element -> list.add(value(element)));
  }

  private static Map<String, @Nullable Object> object(List<Member> members) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (Member member : members) {
      if (!(member.key() instanceof Literal(String name))) {
        throw new JqError("the text is no JSON");
      }
      object.put(name, value(member.value()));
    }
    return object;
  }
}
