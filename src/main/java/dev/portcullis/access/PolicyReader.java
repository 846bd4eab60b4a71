package dev.portcullis.access;

import dev.portcullis.permission.Comparison;
import dev.portcullis.permission.Context;
import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Property;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.Operand.Tested;
import dev.portcullis.permission.Policy;
import dev.portcullis.permission.PropertySchema;
import dev.portcullis.permission.PropertyValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads Port's rule grammar (a combinator with rules) into the engine's conditions. Finds all
 * problems at once, each naming its place.
 */
final class PolicyReader {

  private static final Policy NOTHING = new Policy.AnyOf(List.of());
  private static final Set<String> DATES = Set.of("between", "notBetween");
  private static final Set<String> TESTS =
      Set.of("isEmpty", "isNotEmpty", "isExpired", "isNotExpired");

  /** Operators of rules on what a relation leads to, and of scorecards. */
  private static final Set<String> OF_TEXTS =
      Set.of(
          "=",
          "!=",
          "containsAny",
          "contains",
          "doesNotContains",
          "beginsWith",
          "doesNotBeginsWith",
          "endsWith",
          "doesNotEndsWith",
          "in",
          "notIn");

  /** No entity has it: there are no scorecards. */
  private static final Property OF_SCORECARD = new Property("$scorecard");

  private final boolean templates;
  private final boolean ofOneBlueprint;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, CatalogRule> catalogRules = new LinkedHashMap<>();
  private final CatalogRuleReader catalogReader;

  private PolicyReader(boolean templates, boolean ofOneBlueprint) {
    this.templates = templates;
    this.ofOneBlueprint = ofOneBlueprint;
    this.catalogReader = new CatalogRuleReader(this);
  }

  /**
   * What was read.
   *
   * @param policy grants nothing where there are problems
   * @param catalogRules by the keys under which the policy asks for their verdicts
   */
  record Reading(Policy policy, Map<String, CatalogRule> catalogRules, List<String> problems) {}

  /**
   * Reads a policy.
   *
   * @param place where it stands in the document
   * @param templates whether values may hold templates that are filled in later, so that their kind
   *     is not known yet
   */
  static Reading read(String place, @Nullable Object json, boolean templates) {
    return new PolicyReader(templates, false).reading(place, json);
  }

  /**
   * Reads a query among the entities of one blueprint, which knows rules on what relations lead to
   * and on scorecards, too.
   */
  static Reading ofOneBlueprint(String place, @Nullable Object json) {
    return new PolicyReader(false, true).reading(place, json);
  }

  private Reading reading(String place, @Nullable Object json) {
    Policy policy = group(place, json);
    return new Reading(problems.isEmpty() ? policy : NOTHING, catalogRules, problems);
  }

  private Policy group(String place, @Nullable Object json) {
    if (!(json instanceof Map<?, ?> group)) {
      return problem(place, "must be an object with `combinator` and `rules`");
    }
    only(place, group, Set.of("combinator", "rules"));
    Object combinator = group.get("combinator");
    if (!"and".equals(combinator) && !"or".equals(combinator)) {
      problem(place + ".combinator", "must be `and` or `or`");
    }
    if (!(group.get("rules") instanceof List<?> rules)) {
      return problem(place + ".rules", "must be a list of rules");
    }
    List<Policy> read = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      read.add(rule(place + ".rules[" + i + "]", rules.get(i)));
    }
    return checked(
        place, () -> "or".equals(combinator) ? new Policy.AnyOf(read) : new Policy.AllOf(read));
  }

  private Policy rule(String place, @Nullable Object json) {
    if (!(json instanceof Map<?, ?> rule)) {
      return problem(place, "must be a rule, or a group of rules");
    }
    if (rule.containsKey("combinator") || rule.containsKey("rules")) {
      return group(place, rule);
    }
    if (ofOneBlueprint && rule.containsKey("relation")) {
      return evaluated(place, catalogReader.relatedValue(place, rule));
    }
    if (ofOneBlueprint && rule.containsKey("scorecard")) {
      return test(place, OF_SCORECARD, rule, Set.of("scorecard", "scorecardRule"));
    }
    return switch (rule.get("operator")) {
      case String operator when operator.equals("relatedTo") ->
          evaluated(place, catalogReader.relatedTo(place, rule));
      case String operator when operator.equals("matchAny") ->
          evaluated(place, catalogReader.matchAny(place, rule));
      case String operator -> plain(place, operator, rule);
      case null, default -> problem(place + ".operator", "is required");
    };
  }

  private Policy evaluated(String place, CatalogRule rule) {
    catalogRules.put(place, rule);
    return new Policy.Evaluated(place);
  }

  private Policy plain(String place, String operator, Map<?, ?> rule) {
    if (TESTS.contains(operator)) {
      only(place, rule, Set.of("property", "operator"));
      Tested tested = tested(place, rule);
      boolean negated = operator.startsWith("isNot");
      return operator.endsWith("Empty")
          ? new Policy.IsEmpty(tested, negated)
          : new Policy.IsExpired(tested, negated);
    }
    if (DATES.contains(operator)) {
      only(place, rule, Set.of("property", "operator", "value"));
      return new Policy.IsWithin(
          tested(place, rule),
          new RangeReader(this, templates).range(place + ".value", rule.get("value")),
          operator.equals("notBetween"));
    }
    Optional<Comparison> comparison = Comparison.spelled(operator);
    if (comparison.isEmpty()) {
      return problem(place + ".operator", "is `" + operator + "`, which is no operator");
    }
    return rule.containsKey("propertySchema")
        ? anyProperty(place, comparison.get(), rule)
        : compares(place, comparison.get(), rule);
  }

  /**
   * A rule that tests texts which are no property of the entity.
   *
   * @param keys by which the rule says what it tests
   */
  Policy test(String place, Property tested, Map<?, ?> rule, Set<String> keys) {
    Set<String> known = new HashSet<>(keys);
    known.addAll(Set.of("operator", "value"));
    Object operator = rule.get("operator");
    if ("isEmpty".equals(operator) || "isNotEmpty".equals(operator)) {
      known.remove("value");
      only(place, rule, known);
      return new Policy.IsEmpty(tested, "isNotEmpty".equals(operator));
    }
    only(place, rule, known);
    Optional<Comparison> comparison =
        operator instanceof String name && OF_TEXTS.contains(name)
            ? Comparison.spelled(name)
            : Optional.empty();
    if (comparison.isEmpty()) {
      return problem(place + ".operator", "must be one that compares texts, such as `=`");
    }
    if (!rule.containsKey("value")) {
      return problem(place + ".value", "is required");
    }
    Literal sought = new Literal(PropertyValues.of(rule.get("value")));
    return checked(place + ".value", () -> new Policy.Compares(tested, comparison.get(), sought));
  }

  private Policy compares(String place, Comparison comparison, Map<?, ?> rule) {
    only(place, rule, Set.of("property", "operator", "value"));
    Tested tested = tested(place, rule);
    Sought sought = sought(place + ".value", rule);
    return awaitsTemplate(sought)
        ? NOTHING
        : checked(place + ".value", () -> new Policy.Compares(tested, comparison, sought));
  }

  private Policy anyProperty(String place, Comparison comparison, Map<?, ?> rule) {
    only(place, rule, Set.of("propertySchema", "operator", "value"));
    Optional<PropertySchema> schema = schema(place + ".propertySchema", rule.get("propertySchema"));
    Sought sought = sought(place + ".value", rule);
    return schema.isEmpty() || awaitsTemplate(sought)
        ? NOTHING
        : checked(place, () -> new Policy.AnyProperty(schema.get(), comparison, sought));
  }

  private Optional<PropertySchema> schema(String place, @Nullable Object json) {
    if (!(json instanceof Map<?, ?> schema) || !(schema.get("type") instanceof String type)) {
      problem(place, "must be an object with a `type`");
      return Optional.empty();
    }
    only(place, schema, Set.of("type", "format", "items"));
    Object format = schema.get("format");
    if (type.isBlank() || !(format == null || format instanceof String)) {
      problem(place, "must have texts as `type` and `format`");
      return Optional.empty();
    }
    return Optional.of(
        new PropertySchema(
            type,
            Optional.ofNullable(format).map(Object::toString),
            schema.containsKey("items")
                ? schema(place + ".items", schema.get("items"))
                : Optional.empty()));
  }

  private Tested tested(String place, Map<?, ?> rule) {
    Object property = rule.get("property");
    if (property instanceof String name && !name.isBlank()) {
      return new Property(name);
    }
    if (property instanceof Map<?, ?> context && context.containsKey("context")) {
      return contextual(place + ".property", context);
    }
    problem(place + ".property", "must name a property, or one of a `context`");
    return new Property("?");
  }

  /** What a rule compares with; a value must be there, though it may be null. */
  Sought sought(String place, Map<?, ?> rule) {
    if (!rule.containsKey("value")) {
      problem(place, "is required");
    }
    Object value = rule.get("value");
    if (value instanceof Map<?, ?> context && context.containsKey("context")) {
      return contextual(place, context);
    }
    return new Literal(PropertyValues.of(value));
  }

  Contextual contextual(String place, Map<?, ?> json) {
    only(place, json, Set.of("context", "property"));
    Optional<Context> context =
        json.get("context") instanceof String name ? Context.named(name) : Optional.empty();
    if (context.isEmpty()) {
      problem(place + ".context", "must be `user`, `userTeams`, `action` or `resource`");
    }
    if (json.get("property") instanceof String property && !property.isBlank()) {
      return new Contextual(context.orElse(Context.USER), property);
    }
    problem(place + ".property", "must name a property");
    return new Contextual(Context.USER, "?");
  }

  boolean awaitsTemplate(Sought sought) {
    return templates
        && sought instanceof Literal(PropertyValue value)
        && switch (value) {
          case PropertyValue.Text(String text) -> isTemplate(text);
          case PropertyValue.Many(var elements) ->
              elements.stream()
                  .anyMatch(
                      one -> one instanceof PropertyValue.Text(String text) && isTemplate(text));
          default -> false;
        };
  }

  static boolean isTemplate(@Nullable Object value) {
    return value instanceof String text && text.contains("{{");
  }

  void only(String place, Map<?, ?> object, Set<String> known) {
    object.keySet().stream()
        .map(String::valueOf)
        .filter(key -> !known.contains(key))
        .sorted()
        .forEach(key -> problem(place + "." + key, "is not a property here; remove it"));
  }

  /** The engine has bounds of its own, which it states itself. */
  private Policy checked(String place, Supplier<Policy> policy) {
    try {
      return policy.get();
    } catch (IllegalArgumentException e) {
      return problem(place, "cannot be so: " + e.getMessage());
    }
  }

  /** The outermost group of a body has no name; what is in it is named without a dot before it. */
  Policy problem(String place, String problem) {
    String named =
        place.isEmpty() ? "the body" : place.startsWith(".") ? place.substring(1) : place;
    problems.add("`%s` %s".formatted(named, problem));
    return NOTHING;
  }
}
