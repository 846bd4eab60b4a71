package dev.portcullis.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds everything that is wrong with the policies and flags of a patch; pure. */
final class PolicyReview {

  private static final Set<String> OPERATIONS =
      Set.of("entities.read", "entities.register", "entities.update", "entities.unregister");

  private PolicyReview() {}

  static List<String> of(PermissionOwner.Kind kind, PermissionsPatch patch) {
    return patch.blocks().entrySet().stream()
        .flatMap(block -> of(kind, block.getKey(), block.getValue()))
        .sorted()
        .toList();
  }

  private static Stream<String> of(PermissionOwner.Kind kind, String key, BlockPatch block) {
    boolean owned = kind == PermissionOwner.Kind.BLUEPRINT || key.equals("execute");
    Stream<String> flags =
        owned || block.ownedByTeam().isEmpty()
            ? Stream.empty()
            : Stream.of("`" + key + ".ownedByTeam` is not possible here; remove it");
    return Stream.concat(
        flags,
        switch (block.policy()) {
          case PolicyChange.Keep _, PolicyChange.Clear _ -> Stream.empty();
          case PolicyChange.Set(var policy) -> policy(kind, key, policy);
        });
  }

  private static Stream<String> policy(
      PermissionOwner.Kind kind, String key, Map<String, Object> policy) {
    String place = key + ".policy";
    if (kind == PermissionOwner.Kind.ACTION) {
      return ActionPolicyReader.read(place, policy).problems().stream();
    }
    return OPERATIONS.contains(key)
        ? PolicyReader.read(place, policy, false).problems().stream()
        : Stream.of("`" + place + "` is not possible here; remove it");
  }
}
