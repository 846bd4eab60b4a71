package dev.portcullis.access;

import dev.portcullis.jq.JqBounds;
import dev.portcullis.jq.JqCompilation;
import dev.portcullis.jq.JqOutcome;
import dev.portcullis.jq.JqProgram;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the templates in the values of a query, such as <code>{{ .inputs.name }}</code>. What is
 * filled in is a value and never read as JSON or as a rule again; only a template that is all of a
 * text may become something else than a text.
 */
final class Templates {

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");

  private final @Nullable Object input;
  private final Supplier<JqBounds> bounds;
  private final Instant now;

  /** That a template has no value. */
  static final class Unfilled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    Unfilled(String problem) {
      super(problem, null, false, false);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }

  Templates(@Nullable Object input, Supplier<JqBounds> bounds, Instant now) {
    this.input = input;
    this.bounds = bounds;
    this.now = now;
  }

  /** The query with its templates filled in. */
  @Nullable Object filled(@Nullable Object json) {
    return switch (json) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        map.forEach((key, value) ->
            filled.put(String.valueOf(key), key.equals("value") ? value(value) : filled(value)));
        yield filled;
      }
      case List<?> list -> each(list, false);
      case null, default -> json;
    };
  }

  private @Nullable Object value(@Nullable Object json) {
    return switch (json) {
      case String text -> text(text);
      case List<?> list -> each(list, true);
      case null, default -> json;
    };
  }

  private List<@Nullable Object> each(List<?> list, boolean values) {
    List<@Nullable Object> filled = new ArrayList<>();
    for (Object element : list) {
      filled.add(values ? value(element) : filled(element));
    }
    return filled;
  }

  private Object text(String text) {
    Matcher template = TEMPLATE.matcher(text);
    if (template.matches()) {
      return evaluated(template.group(1));
    }
    StringBuilder filled = new StringBuilder();
    template.reset();
    while (template.find()) {
      template.appendReplacement(
          filled, Matcher.quoteReplacement(inText(evaluated(template.group(1)))));
    }
    return template.appendTail(filled).toString();
  }

  private static String inText(Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Number number) {
      return number.doubleValue() == Math.rint(number.doubleValue())
          ? Long.toString(number.longValue())
          : number.toString();
    }
    throw new Unfilled("a list or an object cannot stand within a text");
  }

  private Object evaluated(String expression) {
    if (JqProgram.compile(expression.strip())
        instanceof JqCompilation.Compiled(JqProgram program)) {
      JqOutcome outcome = program.run(input, bounds.get(), now);
      if (outcome instanceof JqOutcome.Results(var values) && values.size() == 1) {
        @Nullable Object value = values.getFirst();
        if (value != null) {
          return value;
        }
      }
    }
    throw new Unfilled("`{{%s}}` has no value".formatted(expression));
  }

  /** What is wrong with the templates of a query, at these places. */
  static Stream<String> problems(String place, @Nullable Object json) {
    return switch (json) {
      case String text ->
          TEMPLATE
              .matcher(text)
              .results()
              .map(match -> match.group(1).strip())
              .flatMap(expression ->
                  JqProgram.compile(expression) instanceof JqCompilation.Malformed(String problem)
                      ? Stream.of(
                          "`%s` holds the template `{{ %s }}`, which %s"
                              .formatted(place, expression, problem))
                      : Stream.empty());
      case Map<?, ?> map ->
          map.entrySet().stream()
              .flatMap(entry -> problems(place + "." + entry.getKey(), entry.getValue()));
      case List<?> list ->
          IntStream.range(0, list.size())
              .boxed()
              .flatMap(i -> problems(place + "[" + i + "]", list.get(i)));
      case null, default -> Stream.empty();
    };
  }
}
