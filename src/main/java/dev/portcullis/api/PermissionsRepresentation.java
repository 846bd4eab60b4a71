package dev.portcullis.api;

import dev.portcullis.access.BlueprintPermissions;
import dev.portcullis.access.PermissionBlock;
import dev.portcullis.permission.EntityOperation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** A blueprint's permission document in Port's shape: complete, sorted, nothing null. */
record PermissionsRepresentation(EntitiesRepresentation entities) {

  record EntitiesRepresentation(
      BlockRepresentation read,
      BlockRepresentation register,
      BlockRepresentation update,
      BlockRepresentation unregister,
      SortedMap<String, BlockRepresentation> updateProperties,
      SortedMap<String, BlockRepresentation> updateRelations) {}

  record BlockRepresentation(
      List<String> roles, List<String> users, List<String> teams, boolean ownedByTeam) {

    static BlockRepresentation of(PermissionBlock block) {
      return new BlockRepresentation(
          block.roles(), block.users(), block.teamNames(), block.ownedByTeam());
    }
  }

  static PermissionsRepresentation of(BlueprintPermissions permissions) {
    return new PermissionsRepresentation(
        new EntitiesRepresentation(
            block(permissions, EntityOperation.READ),
            block(permissions, EntityOperation.REGISTER),
            block(permissions, EntityOperation.UPDATE),
            block(permissions, EntityOperation.UNREGISTER),
            blocks(permissions.updateProperties()),
            blocks(permissions.updateRelations())));
  }

  private static BlockRepresentation block(
      BlueprintPermissions permissions, EntityOperation operation) {
    return BlockRepresentation.of(Objects.requireNonNull(permissions.operations().get(operation)));
  }

  private static SortedMap<String, BlockRepresentation> blocks(
      Map<String, PermissionBlock> blocks) {
    SortedMap<String, BlockRepresentation> represented = new TreeMap<>();
    blocks.forEach((name, block) -> represented.put(name, BlockRepresentation.of(block)));
    return represented;
  }
}
