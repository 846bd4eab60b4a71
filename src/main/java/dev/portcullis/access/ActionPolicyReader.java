package dev.portcullis.access;

import dev.portcullis.jq.JqCompilation;
import dev.portcullis.jq.JqProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the policy of an action's scope; finds all problems at once, each naming its place. */
final class ActionPolicyReader {

  /** The most queries of one policy. */
  static final int MAX_QUERIES = 20;

  /** The most conditions of one policy. */
  static final int MAX_CONDITIONS = 50;

  private static final Pattern QUERY_NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final String place;
  private final List<String> problems = new ArrayList<>();

  private ActionPolicyReader(String place) {
    this.place = place;
  }

  /** What was read. */
  record Reading(ActionPolicy policy, List<String> problems) {}

  /** Reads a policy that stands at this place of the document. */
  static Reading read(String place, Map<String, ? extends @Nullable Object> json) {
    ActionPolicyReader reader = new ActionPolicyReader(place);
    json.keySet().stream()
        .filter(key -> !Set.of("queries", "conditions").contains(key))
        .sorted()
        .forEach(key -> reader.problem("." + key, "is not a property here; remove it"));
    ActionPolicy policy =
        new ActionPolicy(
            reader.queries(json.get("queries")), reader.conditions(json.get("conditions")));
    return new Reading(policy, reader.problems);
  }

  private Map<String, @Nullable Object> queries(@Nullable Object json) {
    Map<String, @Nullable Object> queries = new LinkedHashMap<>();
    if (!(json instanceof Map<?, ?> named) || named.isEmpty() || named.size() > MAX_QUERIES) {
      problem(".queries", "must be an object of 1 to " + MAX_QUERIES + " queries by name");
      return queries;
    }
    named.forEach((name, query) -> {
      String at = ".queries." + name;
      if (!QUERY_NAME.matcher(String.valueOf(name)).matches()) {
        problem(at, "must be named with 1 to 100 letters, digits, `_` or `-`");
      }
      problems.addAll(PolicyReader.read(place + at, query, true).problems());
      Templates.problems(place + at, query).forEach(problems::add);
      queries.put(String.valueOf(name), query);
    });
    return queries;
  }

  private List<JqProgram> conditions(@Nullable Object json) {
    List<JqProgram> programs = new ArrayList<>();
    if (!(json instanceof List<?> texts) || texts.isEmpty() || texts.size() > MAX_CONDITIONS) {
      problem(".conditions", "must be a list of 1 to " + MAX_CONDITIONS + " conditions in jq");
      return programs;
    }
    for (int i = 0; i < texts.size(); i++) {
      condition(".conditions[" + i + "]", texts.get(i), programs);
    }
    return programs;
  }

  private void condition(String at, @Nullable Object json, List<JqProgram> programs) {
    if (!(json instanceof String text)) {
      problem(at, "must be a text in jq");
      return;
    }
    switch (JqProgram.compile(text)) {
      case JqCompilation.Compiled(JqProgram program) -> programs.add(program);
      case JqCompilation.Malformed(String problem) -> problem(at, problem);
    }
  }

  private void problem(String at, String problem) {
    problems.add("`%s%s` %s".formatted(place, at, problem));
  }
}
