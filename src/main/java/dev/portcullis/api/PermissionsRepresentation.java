package dev.portcullis.api;

import dev.portcullis.access.ActionPermissions;
import dev.portcullis.access.BlueprintPermissions;
import dev.portcullis.access.PagePermissions;
import dev.portcullis.access.PermissionBlock;
import dev.portcullis.access.PermissionDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** Permission documents in Port's shapes: complete, sorted, nothing null. */
final class PermissionsRepresentation {

  private PermissionsRepresentation() {}

  static Map<String, Object> of(PermissionDocument document) {
    Map<String, Object> represented = new LinkedHashMap<>();
    switch (document) {
      case BlueprintPermissions permissions -> represented.put("entities", entities(permissions));
      case ActionPermissions(PermissionBlock execute, PermissionBlock approve) -> {
        represented.put("execute", block(execute, true));
        represented.put("approve", block(approve, false));
      }
      case PagePermissions(PermissionBlock read, PermissionBlock update) -> {
        represented.put("read", block(read, false));
        represented.put("update", block(update, false));
      }
    }
    return represented;
  }

  private static Map<String, Object> entities(BlueprintPermissions permissions) {
    Map<String, Object> entities = new LinkedHashMap<>();
    permissions
        .operations()
        .forEach((operation, block) -> entities.put(operation.actionName(), block(block, true)));
    entities.put("updateProperties", blocks(permissions.updateProperties()));
    entities.put("updateRelations", blocks(permissions.updateRelations()));
    return entities;
  }

  private static Map<String, Object> blocks(SortedMap<String, PermissionBlock> blocks) {
    Map<String, Object> represented = new LinkedHashMap<>();
    blocks.forEach((name, block) -> represented.put(name, block(block, true)));
    return represented;
  }

  static Map<String, Object> block(PermissionBlock block, boolean mayBeOwned) {
    Map<String, Object> represented = new LinkedHashMap<>();
    represented.put("roles", block.roles());
    represented.put("users", block.users());
    represented.put("teams", block.teamNames());
    if (mayBeOwned) {
      represented.put("ownedByTeam", block.ownedByTeam());
    }
    block.policy().ifPresent(policy -> represented.put("policy", policy));
    return represented;
  }
}
