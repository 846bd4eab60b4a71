package dev.portcullis.access;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to change in a permission document.
 *
 * @param blocks by their keys, such as {@code entities.read} or {@code execute}
 * @param whole whether it takes the document's place: then a block that is absent becomes the
 *     default, and what is absent in one that is there becomes empty; otherwise both stay
 * @param malformed what of the request could not even be read, each problem naming its field
 */
public record PermissionsPatch(
    Map<String, BlockPatch> blocks, boolean whole, List<String> malformed) {

  public PermissionsPatch {
    blocks = Collections.unmodifiableMap(new TreeMap<>(blocks));
    malformed = List.copyOf(malformed);
  }

  /** The properties that it names and the document has not, in ascending order. */
  List<String> unknownProperties(PermissionDocument document) {
    return unknown(BlueprintPermissions.PROPERTIES, document);
  }

  /** As {@link #unknownProperties}, of relations. */
  List<String> unknownRelations(PermissionDocument document) {
    return unknown(BlueprintPermissions.RELATIONS, document);
  }

  private List<String> unknown(String prefix, PermissionDocument document) {
    Set<String> known =
        document.blocks().map(KeyedBlock::key).collect(Collectors.toUnmodifiableSet());
    return blocks.keySet().stream()
        .filter(key -> key.startsWith(prefix) && !known.contains(key))
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  /** Everything that is wrong with it in itself, but for its policies. */
  List<String> problems() {
    return Stream.concat(
            malformed.stream(),
            blocks.entrySet().stream().flatMap(block -> block.getValue().problems(block.getKey())))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  /**
   * The document after the change.
   *
   * @param defaults what the owner has while nobody said anything
   * @param binding from a team's identifier or name to the identifier
   */
  PermissionDocument applied(
      PermissionDocument document,
      PermissionDocument defaults,
      Function<String, Optional<String>> binding) {
    return (whole ? defaults : document)
        .edited(keyed -> {
          BlockPatch patch = blocks.get(keyed.key());
          return patch == null ? keyed : keyed.with(applied(patch, keyed, binding));
        });
  }

  private PermissionBlock applied(
      BlockPatch patch, KeyedBlock keyed, Function<String, Optional<String>> binding) {
    if (whole) {
      return patch.applied(PermissionBlock.NOBODY, binding);
    }
    boolean ofBlueprint = keyed.key().startsWith("entities.");
    return (ofBlueprint ? patch.withoutUnsaidPolicy() : patch).applied(keyed.block(), binding);
  }
}
