package dev.portcullis.api;

import dev.portcullis.access.BlockPatch;
import dev.portcullis.access.PermissionsPatch;
import dev.portcullis.access.PolicyChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads a permission document, or a change to one, as Port's clients send it. Finds everything that
 * cannot be read at once; what is absent stays, null is told apart from it.
 */
final class PermissionsReader {

  private static final List<String> OPERATIONS =
      List.of("read", "register", "update", "unregister");
  private static final List<String> FIELDS = List.of("updateProperties", "updateRelations");

  private final Map<String, BlockPatch> blocks = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private PermissionsReader() {}

  /**
   * Of a blueprint.
   *
   * @param whole whether the body takes the document's place
   */
  static PermissionsPatch ofBlueprint(JsonNode body, boolean whole) {
    PermissionsReader reader = new PermissionsReader();
    reader.only("", body, Set.of("entities"));
    JsonNode entities = body.path("entities");
    if (!entities.isMissingNode() && reader.isObject("entities", entities)) {
      reader.entities(entities);
    }
    return new PermissionsPatch(reader.blocks, whole, reader.problems);
  }

  /** Of an action or a page, which have a block for each of these scopes. */
  static PermissionsPatch ofScopes(JsonNode body, boolean whole, Set<String> scopes) {
    PermissionsReader reader = new PermissionsReader();
    reader.only("", body, scopes);
    scopes.stream().sorted().forEach(scope -> reader.block(scope, body.path(scope)));
    return new PermissionsPatch(reader.blocks, whole, reader.problems);
  }

  private void entities(JsonNode entities) {
    only(
        "entities.",
        entities,
        Set.of("read", "register", "update", "unregister", "updateProperties", "updateRelations"));
    OPERATIONS.forEach(operation -> block("entities." + operation, entities.path(operation)));
    for (String fields : FIELDS) {
      String place = "entities." + fields;
      JsonNode named = entities.path(fields);
      if (!named.isMissingNode() && isObject(place, named)) {
        named
            .propertyStream()
            .forEach(field -> block(place + "." + field.getKey(), field.getValue()));
      }
    }
  }

  private void block(String place, JsonNode block) {
    if (block.isMissingNode() || !isObject(place, block)) {
      return;
    }
    only(place + ".", block, Set.of("roles", "users", "teams", "ownedByTeam", "policy"));
    blocks.put(
        place,
        new BlockPatch(
            texts(place + ".roles", block.path("roles")),
            texts(place + ".users", block.path("users")),
            texts(place + ".teams", block.path("teams")),
            flag(place + ".ownedByTeam", block.path("ownedByTeam")),
            policy(place + ".policy", block.path("policy"))));
  }

  /** Null leaves it as it is: Terraform sends it for every list of a block that nobody wrote. */
  private Optional<List<String>> texts(String place, JsonNode list) {
    if (list.isMissingNode() || list.isNull()) {
      return Optional.empty();
    }
    if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isString)) {
      problems.add(
          "`%s` must be a list of texts; leave it out to keep what is there".formatted(place));
      return Optional.empty();
    }
    return Optional.of(list.valueStream().map(JsonNode::stringValue).toList());
  }

  /** Null leaves it as it is. */
  private Optional<Boolean> flag(String place, JsonNode flag) {
    if (!flag.isMissingNode() && !flag.isNull() && !flag.isBoolean()) {
      problems.add("`%s` must be true or false".formatted(place));
    }
    return flag.isBoolean() ? Optional.of(flag.booleanValue()) : Optional.empty();
  }

  private PolicyChange policy(String place, JsonNode policy) {
    if (policy.isMissingNode()) {
      return new PolicyChange.Keep();
    }
    if (policy.isNull()) {
      return new PolicyChange.Clear();
    }
    if (JsonTrees.of(policy) instanceof Map<?, ?> tree) {
      if (!JsonTrees.isFinite(tree)) {
        problems.add("`%s` holds a number that is too large".formatted(place));
      }
      Map<String, Object> named = new LinkedHashMap<>();
      tree.forEach((name, value) -> named.put(String.valueOf(name), value));
      return new PolicyChange.Set(named);
    }
    problems.add("`%s` must be an object, or null to take it away".formatted(place));
    return new PolicyChange.Keep();
  }

  private boolean isObject(String place, JsonNode node) {
    if (!node.isObject()) {
      problems.add("`%s` must be an object; leave it out to keep what is there".formatted(place));
    }
    return node.isObject();
  }

  private void only(String prefix, JsonNode object, Set<String> known) {
    if (prefix.isEmpty() && !object.isObject()) {
      problems.add("the body must be an object");
    }
    object
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name))
        .map(name -> "`%s%s` is not a property here; remove it".formatted(prefix, name))
        .forEach(problems::add);
  }
}
