package dev.portcullis.audit;

import java.util.Map;
import java.util.Optional;

/**
 * One change, as an auditor will read it.
 *
 * @param action what was done, such as {@code CREATE}, {@code UPDATE}, {@code DELETE}
 * @param resourceType what kind of thing it was done to, such as {@code group}
 * @param resourceId which one
 * @param before what was so, as far as the change concerns it; empty for something new
 * @param after what is so now; empty for something that is gone
 */
public record AuditEntry(
    String action,
    String resourceType,
    String resourceId,
    Optional<Map<String, ?>> before,
    Optional<Map<String, ?>> after) {

  /** Something new came to be. */
  public static AuditEntry created(String resourceType, String resourceId, Map<String, ?> after) {
    return new AuditEntry("CREATE", resourceType, resourceId, Optional.empty(), Optional.of(after));
  }

  /** Something became otherwise. */
  public static AuditEntry updated(
      String resourceType, String resourceId, Map<String, ?> before, Map<String, ?> after) {
    return new AuditEntry(
        "UPDATE", resourceType, resourceId, Optional.of(before), Optional.of(after));
  }

  /** Something is gone. */
  public static AuditEntry deleted(String resourceType, String resourceId, Map<String, ?> before) {
    return new AuditEntry(
        "DELETE", resourceType, resourceId, Optional.of(before), Optional.empty());
  }

  /** The blueprint that it is about: of an entity its own; empty for what has none. */
  Optional<String> blueprint() {
    return switch (resourceType) {
      case "entity" -> after.or(() -> before).flatMap(AuditEntry::blueprintIn);
      case "blueprint", "blueprint-permissions" -> Optional.of(resourceId);
      default -> Optional.empty();
    };
  }

  private static Optional<String> blueprintIn(Map<String, ?> state) {
    return state.get("blueprint") instanceof String name ? Optional.of(name) : Optional.empty();
  }
}
