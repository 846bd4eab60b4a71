package dev.portcullis.access;

import java.util.Arrays;
import java.util.Optional;

/** When the answering of several questions ends (AuthZEN Authorization API 1.0). */
public enum BatchSemantics {
  /** With the last one. */
  EXECUTE_ALL("execute_all"),
  /** With the first that is denied. */
  DENY_ON_FIRST_DENY("deny_on_first_deny"),
  /** With the first that is allowed. */
  PERMIT_ON_FIRST_PERMIT("permit_on_first_permit");

  private final String wireName;

  BatchSemantics(String wireName) {
    this.wireName = wireName;
  }

  /** The semantics of exactly this name. */
  public static Optional<BatchSemantics> named(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(name)).findFirst();
  }

  boolean endsWith(boolean allowed) {
    return switch (this) {
      case EXECUTE_ALL -> false;
      case DENY_ON_FIRST_DENY -> !allowed;
      case PERMIT_ON_FIRST_PERMIT -> allowed;
    };
  }
}
