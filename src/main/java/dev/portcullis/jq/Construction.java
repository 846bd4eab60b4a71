package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes texts, lists and objects of what their parts emit. */
final class Construction {

  private final Evaluation evaluation;
  private final Meter meter;

  Construction(Evaluation evaluation, Meter meter) {
    this.evaluation = evaluation;
    this.meter = meter;
  }

  void interpolated(
      List<Expression> parts, String before, Scope scope, @Nullable Object input, Output output) {
    if (parts.isEmpty()) {
      output.emit(before);
      return;
    }
    evaluation.run(
        parts.getFirst(),
        scope,
        input,
        (value, _) -> {
          String text = value instanceof String string ? string : json(value);
          meter.make((long) before.length() + text.length());
          interpolated(parts.subList(1, parts.size()), before + text, scope, input, output);
        });
  }

  private String json(@Nullable Object value) {
    meter.make(Values.size(value, Long.MAX_VALUE / 2));
    return JsonText.of(value);
  }

  List<@Nullable Object> list(Optional<Expression> elements, Scope scope, @Nullable Object input) {
    List<@Nullable Object> list = new ArrayList<>();
    elements.ifPresent(expression ->
        evaluation.run(
            expression,
            scope,
            input,
            (value, _) -> {
              meter.make(1);
              list.add(value);
            }));
    return list;
  }

  void object(List<Member> members, Scope scope, @Nullable Object input, Output output) {
    object(members, 0, Map.of(), scope, input, output);
  }

  private void object(
      List<Member> members,
      int at,
      Map<String, @Nullable Object> before,
      Scope scope,
      @Nullable Object input,
      Output output) {
    if (at == members.size()) {
      output.emit(before);
      return;
    }
    Member member = members.get(at);
    evaluation.run(
        member.key(),
        scope,
        input,
        (key, _) -> {
          if (!(key instanceof String name)) {
            throw new JqError("object keys must be strings, not " + Values.type(key));
          }
          evaluation.run(
              member.value(),
              scope,
              input,
              (value, _) -> {
                meter.make(before.size() + 1L);
                Map<String, @Nullable Object> longer = new LinkedHashMap<>(before);
                longer.put(name, value);
                object(members, at + 1, longer, scope, input, output);
              });
        });
  }
}
