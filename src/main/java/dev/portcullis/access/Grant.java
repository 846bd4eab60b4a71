package dev.portcullis.access;

import java.util.List;

/**
 * The role that a group rule gives.
 *
 * @param blueprints what a Moderator looks after, in ascending order; empty for the other roles
 */
public record Grant(PortRole role, List<String> blueprints) {

  public Grant {
    blueprints = blueprints.stream().distinct().sorted().toList();
  }
}
