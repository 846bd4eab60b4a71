package dev.portcullis.access;

import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.RunOperation;
import dev.portcullis.permission.UpdateProperty;
import dev.portcullis.permission.UpdateRelation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The permission document of a blueprint: who may do what with its entities.
 *
 * @param operations a block for each operation
 * @param updateProperties a block for each property of the blueprint and for the four that every
 *     entity has
 * @param updateRelations a block for each relation of the blueprint
 */
public record BlueprintPermissions(
    SortedMap<EntityOperation, PermissionBlock> operations,
    SortedMap<String, PermissionBlock> updateProperties,
    SortedMap<String, PermissionBlock> updateRelations)
    implements PermissionDocument {

  /** What the keys of the properties' blocks begin with. */
  static final String PROPERTIES = "entities.updateProperties.";

  /** What the keys of the relations' blocks begin with. */
  static final String RELATIONS = "entities.updateRelations.";

  /** The properties that every entity has, as permission documents name them (Port rule 17). */
  static final List<String> META_PROPERTIES = List.of("$icon", "$identifier", "$team", "$title");

  public BlueprintPermissions {
    operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
    updateProperties = Collections.unmodifiableSortedMap(new TreeMap<>(updateProperties));
    updateRelations = Collections.unmodifiableSortedMap(new TreeMap<>(updateRelations));
  }

  /** What holds until somebody says otherwise; it follows the blueprint and is never stored. */
  static BlueprintPermissions defaults(BlueprintDefinition blueprint) {
    String moderator = blueprint.identifier() + "-moderator";
    PermissionBlock everybody = PermissionBlock.ofRoles(List.of("Admin", "Member", moderator));
    PermissionBlock keepers = PermissionBlock.ofRoles(List.of("Admin", moderator));
    List<String> properties =
        Stream.concat(META_PROPERTIES.stream(), blueprint.schema().properties().keySet().stream())
            .toList();
    return new BlueprintPermissions(
        each(
            Arrays.asList(EntityOperation.values()),
            operation -> operation == EntityOperation.READ ? everybody : keepers),
        each(properties, _ -> keepers),
        each(blueprint.relations().keySet(), _ -> keepers));
  }

  /**
   * This document over a blueprint that may have changed since: what is new there gets its default
   * block, blocks of what is gone are left out.
   */
  BlueprintPermissions fitted(BlueprintDefinition blueprint) {
    BlueprintPermissions defaults = defaults(blueprint);
    return new BlueprintPermissions(
        over(defaults.operations, operations),
        over(defaults.updateProperties, updateProperties),
        over(defaults.updateRelations, updateRelations));
  }

  @Override
  public Stream<KeyedBlock> blocks() {
    return Stream.of(
            keyed("entities.", operations, Function.identity()),
            keyed(PROPERTIES, updateProperties, UpdateProperty::new),
            keyed(RELATIONS, updateRelations, UpdateRelation::new))
        .flatMap(Function.identity());
  }

  @Override
  public BlueprintPermissions edited(UnaryOperator<KeyedBlock> edit) {
    Map<Action, PermissionBlock> blocks = new HashMap<>();
    blocks().map(edit).forEach(keyed -> blocks.put(keyed.action(), keyed.block()));
    return new BlueprintPermissions(
        each(operations.keySet(), operation -> block(blocks, operation)),
        each(updateProperties.keySet(), name -> block(blocks, new UpdateProperty(name))),
        each(updateRelations.keySet(), name -> block(blocks, new UpdateRelation(name))));
  }

  /** Whether the document has a block for an action. */
  boolean governs(Action action) {
    return switch (action) {
      case EntityOperation operation -> operations.containsKey(operation);
      case UpdateProperty(String property) -> updateProperties.containsKey(property);
      case UpdateRelation(String relation) -> updateRelations.containsKey(relation);
      case RunOperation _ -> false;
    };
  }

  private static <K> Stream<KeyedBlock> keyed(
      String prefix, Map<K, PermissionBlock> blocks, Function<K, ? extends Action> action) {
    return blocks.entrySet().stream()
        .map(entry ->
            new KeyedBlock(
                prefix + name(entry.getKey()), action.apply(entry.getKey()), entry.getValue()));
  }

  private static String name(Object key) {
    return key instanceof EntityOperation operation ? operation.actionName() : key.toString();
  }

  private static <K extends Comparable<K>> SortedMap<K, PermissionBlock> each(
      Collection<K> keys, Function<K, PermissionBlock> block) {
    return keys.stream()
        .collect(Collectors.toMap(Function.identity(), block, (one, _) -> one, TreeMap::new));
  }

  private static <K extends Comparable<K>> SortedMap<K, PermissionBlock> over(
      Map<K, PermissionBlock> defaults, Map<K, PermissionBlock> stored) {
    return each(defaults.keySet(), key -> stored.getOrDefault(key, block(defaults, key)));
  }

  private static <K> PermissionBlock block(Map<K, PermissionBlock> blocks, K key) {
    return Objects.requireNonNull(blocks.get(key));
  }
}
