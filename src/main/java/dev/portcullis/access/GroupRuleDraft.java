package dev.portcullis.access;

import dev.portcullis.pattern.GroupFilter;
import java.util.List;

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
}
