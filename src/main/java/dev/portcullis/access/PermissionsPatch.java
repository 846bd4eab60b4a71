package dev.portcullis.access;

import dev.portcullis.permission.EntityOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What to change in a blueprint's permission document; blocks that are absent stay. */
public record PermissionsPatch(
    Map<EntityOperation, BlockPatch> operations,
    Map<String, BlockPatch> updateProperties,
    Map<String, BlockPatch> updateRelations) {

  public PermissionsPatch {
    operations = Map.copyOf(operations);
    updateProperties = Map.copyOf(updateProperties);
    updateRelations = Map.copyOf(updateRelations);
  }

  /** What it names that the blueprint has not, in ascending order. */
  List<String> unknownProperties(BlueprintPermissions document) {
    return unknown(updateProperties, document.updateProperties());
  }

  /** As {@link #unknownProperties}, of relations. */
  List<String> unknownRelations(BlueprintPermissions document) {
    return unknown(updateRelations, document.updateRelations());
  }

  /** Everything that is wrong with it in itself. */
  List<String> problems() {
    return Stream.of(
            problems("entities.", operations, EntityOperation::actionName),
            problems("entities.updateProperties.", updateProperties, Function.identity()),
            problems("entities.updateRelations.", updateRelations, Function.identity()))
        .flatMap(Function.identity())
        .sorted()
        .toList();
  }

  /**
   * The document after the change.
   *
   * @param binding from a team's identifier or name to the identifier
   */
  BlueprintPermissions applied(
      BlueprintPermissions document, Function<String, Optional<String>> binding) {
    return new BlueprintPermissions(
        applied(document.operations(), operations, binding),
        applied(document.updateProperties(), updateProperties, binding),
        applied(document.updateRelations(), updateRelations, binding));
  }

  /** Every block of the patch. */
  Stream<BlockPatch> blocks() {
    return Stream.of(operations, updateProperties, updateRelations)
        .flatMap(blocks -> blocks.values().stream());
  }

  private static <K> SortedMap<K, PermissionBlock> applied(
      SortedMap<K, PermissionBlock> blocks,
      Map<K, BlockPatch> patches,
      Function<String, Optional<String>> binding) {
    SortedMap<K, PermissionBlock> changed = new TreeMap<>(blocks);
    patches.forEach(
        (key, patch) -> changed.computeIfPresent(key, (_, block) -> patch.applied(block, binding)));
    return changed;
  }

  private static <K> Stream<String> problems(
      String prefix, Map<K, BlockPatch> patches, Function<K, String> name) {
    return patches.entrySet().stream()
        .flatMap(patch -> patch.getValue().problems(prefix + name.apply(patch.getKey())));
  }

  private static List<String> unknown(Map<String, ?> named, Map<String, ?> known) {
    return named.keySet().stream().filter(name -> !known.containsKey(name)).sorted().toList();
  }
}
