package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.jq.JqProgram;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Warns of what is well-formed and yet will not do what it looks like: a policy that its block puts
 * out of force, and comparisons with what no entity has, which Port lets pass in silence.
 */
@Component
class PolicyLint {

  private static final Set<String> META_PROPERTIES =
      Set.of(
          "$identifier",
          "$title",
          "$team",
          "$icon",
          "$blueprint",
          "$createdAt",
          "$updatedAt",
          "$createdBy",
          "$updatedBy");

  private final Catalog catalog;

  PolicyLint(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The warnings about what a patch writes, given the document after it. */
  List<String> of(
      UUID organizationId, DocumentBasis basis, PermissionsPatch patch, PermissionDocument after) {
    return after
        .blocks()
        .filter(keyed -> patch.blocks().containsKey(keyed.key()))
        .flatMap(keyed ->
            keyed.block().policy().stream()
                .flatMap(policy -> warnings(organizationId, basis, keyed, policy)))
        .distinct()
        .toList();
  }

  private Stream<String> warnings(
      UUID organizationId, DocumentBasis basis, KeyedBlock keyed, Map<String, Object> policy) {
    String place = keyed.key() + ".policy";
    if (basis.defaults() instanceof ActionPermissions) {
      return ofConditions(organizationId, basis, place, policy);
    }
    Stream<String> ignored =
        keyed.block().ownedByTeam()
            ? Stream.of("`%s` is ignored because `ownedByTeam` is true there".formatted(place))
            : Stream.empty();
    return Stream.concat(
        ignored,
        basis.blueprint().stream()
            .flatMap(blueprint -> ofRules(organizationId, blueprint, place, policy)));
  }

  private Stream<String> ofRules(
      UUID organizationId, BlueprintDefinition blueprint, String place, @Nullable Object json) {
    return switch (json) {
      case Map<?, ?> rule when rule.containsKey("rules") ->
          ofRules(organizationId, blueprint, place + ".rules", rule.get("rules"));
      case Map<?, ?> rule ->
          Stream.of("property", "value")
              .flatMap(key -> operand(organizationId, blueprint, place + "." + key, rule.get(key)));
      case List<?> rules ->
          IntStream.range(0, rules.size())
              .boxed()
              .flatMap(
                  i -> ofRules(organizationId, blueprint, place + "[" + i + "]", rules.get(i)));
      case null, default -> Stream.empty();
    };
  }

  private Stream<String> operand(
      UUID organizationId, BlueprintDefinition blueprint, String place, @Nullable Object operand) {
    if (operand instanceof String property && place.endsWith(".property")) {
      return unknown(place, property, blueprint);
    }
    if (operand instanceof Map<?, ?> context && context.get("property") instanceof String name) {
      return switch (String.valueOf(context.get("context"))) {
        case "user" -> unknown(place, name, system(organizationId, SystemBlueprints.USER));
        case "userTeams" -> unknown(place, name, system(organizationId, SystemBlueprints.TEAM));
        default -> Stream.empty();
      };
    }
    return Stream.empty();
  }

  private static Stream<String> unknown(
      String place, String property, BlueprintDefinition blueprint) {
    return META_PROPERTIES.contains(property) || has(blueprint, property)
        ? Stream.empty()
        : Stream.of(
            "`%s` names `%s`, which blueprint `%s` has not"
                .formatted(place, property, blueprint.identifier()));
  }

  private BlueprintDefinition system(UUID organizationId, String identifier) {
    return catalog.blueprint(organizationId, identifier).map(Blueprint::definition).orElseThrow();
  }

  private static boolean has(BlueprintDefinition blueprint, String field) {
    return blueprint.schema().properties().containsKey(field)
        || blueprint.relations().containsKey(field);
  }

  /** Of jq's conditions: paths into what no query is named for, and no blueprint has. */
  private Stream<String> ofConditions(
      UUID organizationId, DocumentBasis basis, String place, Map<String, Object> policy) {
    ActionPolicy read = ActionPolicyReader.read(place, policy).policy();
    List<BlueprintDefinition> meant = meant(organizationId, basis, read);
    return IntStream.range(0, read.conditions().size())
        .boxed()
        .flatMap(i ->
            ofCondition(
                place + ".conditions[" + i + "]",
                read.conditions().get(i),
                read.queries().keySet(),
                meant));
  }

  private static Stream<String> ofCondition(
      String place, JqProgram condition, Set<String> queries, List<BlueprintDefinition> meant) {
    return condition.fieldChains().stream()
        .flatMap(chain ->
            Stream.concat(unknownQuery(place, chain, queries), unknownField(place, chain, meant)));
  }

  private static Stream<String> unknownQuery(
      String place, List<String> chain, Set<String> queries) {
    return chain.size() > 1 && chain.getFirst().equals("results") && !queries.contains(chain.get(1))
        ? Stream.of(
            "`%s` reads `.results.%s`, and no query is named so".formatted(place, chain.get(1)))
        : Stream.empty();
  }

  private static Stream<String> unknownField(
      String place, List<String> chain, List<BlueprintDefinition> meant) {
    for (int i = 0; i + 1 < chain.size(); i++) {
      String part = chain.get(i);
      String field = chain.get(i + 1);
      boolean known =
          switch (part) {
            case "properties" ->
                meant.stream().anyMatch(kind -> kind.schema().properties().containsKey(field));
            case "relations" ->
                meant.stream().anyMatch(kind -> kind.relations().containsKey(field));
            default -> true;
          };
      if (!known) {
        return Stream.of(
            "`%s` reads `.%s.%s`, which no blueprint has that it may look at; what is compared with"
                    .formatted(place, part, field)
                + " it compares with null");
      }
    }
    return Stream.empty();
  }

  /** The blueprints that a policy's queries name, the action's own, and people's. */
  private List<BlueprintDefinition> meant(
      UUID organizationId, DocumentBasis basis, ActionPolicy policy) {
    Set<String> named =
        policy.queries().values().stream()
            .filter(Objects::nonNull)
            .map(query -> CandidateFilter.ofJson(query).blueprints())
            .flatMap(Optional::stream)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    named.add(SystemBlueprints.USER);
    return Stream.concat(
            named.stream()
                .flatMap(name -> catalog.blueprint(organizationId, name).stream())
                .map(Blueprint::definition),
            basis.blueprint().stream())
        .toList();
  }
}
