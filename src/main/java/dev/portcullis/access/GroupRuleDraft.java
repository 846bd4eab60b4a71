package dev.portcullis.access;

import dev.portcullis.pattern.GroupFilter;
import java.util.List;
import java.util.Map;

/**
 * What an administrator says of a group rule.
 *
 * @param connections by name
 */
public record GroupRuleDraft(
    String identifier, String title, List<String> connections, GroupFilter groups, Grant grant) {

  public GroupRuleDraft {
    connections = connections.stream().distinct().toList();
  }

  /** What the audit trail tells of it. */
  Map<String, Object> told() {
    return Map.of(
        "title", title,
        "connections", connections,
        "groups", groups.toString(),
        "role", grant.role().wireName(),
        "blueprints", grant.blueprints());
  }
}
