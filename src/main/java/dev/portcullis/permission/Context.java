package dev.portcullis.permission;

import java.util.Arrays;
import java.util.Optional;

/** Where a contextual operand looks its property up. */
public enum Context {
  /** The caller's {@code _user} entity; {@code $team} are the identifiers of its teams. */
  USER("user"),
  /**
   * The {@code _team} entities of the caller's teams. A property is always an array over all of
   * them: arrays flattened, nulls dropped.
   */
  USER_TEAMS("userTeams"),
  /** The properties that came with the action in the request; ours, not Port's. */
  ACTION("action"),
  /** The properties that came with the resource in the request; ours, not Port's. */
  RESOURCE("resource");

  private final String contextName;

  Context(String contextName) {
    this.contextName = contextName;
  }

  /** The name as policies spell it. */
  public String contextName() {
    return contextName;
  }

  /** The context of this name; case counts. */
  public static Optional<Context> named(String name) {
    return Arrays.stream(values()).filter(each -> each.contextName.equals(name)).findFirst();
  }
}
