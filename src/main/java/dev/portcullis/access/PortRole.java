package dev.portcullis.access;

import java.util.Arrays;
import java.util.Optional;

/** Port's roles of a person, from the least to the highest. */
public enum PortRole {
  MEMBER("Member"),
  /** Looks after some blueprints; without any, no more than a Member. */
  MODERATOR("Moderator"),
  ADMIN("Admin");

  private final String wireName;

  PortRole(String wireName) {
    this.wireName = wireName;
  }

  /** The name as Port spells it. */
  public String wireName() {
    return wireName;
  }

  /** The role of that name; case does not count (Port rule 4). */
  public static Optional<PortRole> named(String name) {
    return Arrays.stream(values()).filter(role -> role.wireName.equalsIgnoreCase(name)).findFirst();
  }
}
