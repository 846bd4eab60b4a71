package dev.portcullis.access;

import dev.portcullis.access.CatalogRule.Direction;
import dev.portcullis.access.CatalogRule.Hop;
import dev.portcullis.access.CatalogRule.MatchAny;
import dev.portcullis.access.CatalogRule.RelatedTo;
import dev.portcullis.access.CatalogRule.RelatedValue;
import dev.portcullis.access.CatalogRule.Target;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Property;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.PropertyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules that follow relations. */
final class CatalogRuleReader {

  /** The most steps of a path. */
  private static final int MAX_PATH = 20;

  /** The most repetitions of a step. */
  private static final int MAX_HOPS = 15;

  private final PolicyReader reader;

  CatalogRuleReader(PolicyReader reader) {
    this.reader = reader;
  }

  RelatedTo relatedTo(String place, Map<?, ?> rule) {
    reader.only(place, rule, Set.of("operator", "blueprint", "value", "direction", "required"));
    return new RelatedTo(
        text(place + ".blueprint", rule.get("blueprint")),
        identifiers(place + ".value", rule),
        direction(place + ".direction", rule.get("direction")),
        required(place + ".required", rule.get("required")));
  }

  /** A rule on what a relation leads to, which searches of one blueprint know. */
  RelatedValue relatedValue(String place, Map<?, ?> rule) {
    String relation = text(place + ".relation", rule.get("relation"));
    return new RelatedValue(
        relation,
        target(place + ".targetProperty", rule.get("targetProperty")),
        reader.test(place, new Property(relation), rule, Set.of("relation", "targetProperty")));
  }

  private Target target(String place, @Nullable Object target) {
    return switch (target == null ? "$identifier" : target.toString()) {
      case "$identifier" -> Target.IDENTIFIER;
      case "$title" -> Target.TITLE;
      default -> {
        reader.problem(place, "must be `$identifier` or `$title`");
        yield Target.IDENTIFIER;
      }
    };
  }

  private Direction direction(String place, @Nullable Object direction) {
    return switch (direction == null ? "" : direction.toString()) {
      case "" -> Direction.BOTH;
      case "upstream" -> Direction.UPSTREAM;
      case "downstream" -> Direction.DOWNSTREAM;
      default -> {
        reader.problem(place, "must be `upstream` or `downstream`");
        yield Direction.BOTH;
      }
    };
  }

  private Optional<Boolean> required(String place, @Nullable Object required) {
    if (required == null || required instanceof Boolean) {
      return Optional.ofNullable((Boolean) required);
    }
    reader.problem(place, "must be true or false");
    return Optional.empty();
  }

  MatchAny matchAny(String place, Map<?, ?> rule) {
    reader.only(place, rule, Set.of("property", "operator", "value"));
    Sought sought = identifiers(place + ".value", rule);
    if (!(rule.get("property") instanceof Map<?, ?> property)) {
      reader.problem(place + ".property", "must be an object with a `path`");
      return new MatchAny(List.of(), Optional.empty(), sought);
    }
    reader.only(place + ".property", property, Set.of("path", "fromBlueprint"));
    Optional<String> from =
        property.containsKey("fromBlueprint")
            ? Optional.of(text(place + ".property.fromBlueprint", property.get("fromBlueprint")))
            : Optional.empty();
    return new MatchAny(path(place + ".property.path", property.get("path")), from, sought);
  }

  private List<Hop> path(String place, @Nullable Object json) {
    if (!(json instanceof List<?> steps) || steps.isEmpty() || steps.size() > MAX_PATH) {
      reader.problem(place, "must be a list of 1 to " + MAX_PATH + " relations");
      return List.of();
    }
    List<Hop> path = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String before = path.isEmpty() ? "" : path.getLast().relation();
      path.add(hop(place + "[" + i + "]", steps.get(i), before));
    }
    if (steps.stream().filter(step -> step instanceof Map<?, ?>).count() > 1) {
      reader.problem(place, "must have `maxHops` once at most");
    }
    return path;
  }

  /** Repetitions that follow the same relation come on top of it, and need not be. */
  private Hop hop(String place, @Nullable Object step, String before) {
    if (!(step instanceof Map<?, ?> repeated)) {
      return new Hop(text(place, step), 1, 1);
    }
    reader.only(place, repeated, Set.of("relation", "maxHops"));
    String relation = text(place + ".relation", repeated.get("relation"));
    if (repeated.get("maxHops") instanceof Integer most && most >= 1 && most <= MAX_HOPS) {
      return new Hop(relation, relation.equals(before) ? 0 : 1, most);
    }
    reader.problem(place + ".maxHops", "must be a number from 1 to " + MAX_HOPS);
    return new Hop(relation, 1, 1);
  }

  private Sought identifiers(String place, Map<?, ?> rule) {
    Sought sought = reader.sought(place, rule);
    if (sought instanceof Literal(PropertyValue value)
        && !areTexts(value)
        && rule.containsKey("value")) {
      reader.problem(place, "must be an identifier or a list of identifiers");
    }
    return sought;
  }

  private static boolean areTexts(PropertyValue value) {
    return value instanceof PropertyValue.Text
        || (value instanceof PropertyValue.Many(var elements)
            && elements.stream().allMatch(PropertyValue.Text.class::isInstance));
  }

  private String text(String place, @Nullable Object json) {
    if (json instanceof String text && !text.isBlank()) {
      return text;
    }
    reader.problem(place, "must be a text");
    return "?";
  }
}
