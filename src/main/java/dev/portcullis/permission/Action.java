package dev.portcullis.permission;

import java.util.Optional;

/** What a subject wants to do with an entity, a self-service action or a page. */
public sealed interface Action
    permits EntityOperation, RunOperation, UpdateProperty, UpdateRelation {

  /** Port's name of the action, as permission documents and decision requests spell it. */
  String actionName();

  /**
   * The action of this name: Port's {@code read register update unregister execute approve}, {@code
   * updateProperties.<p>} and {@code updateRelations.<r>}, or one of the aliases {@code create},
   * {@code write} and {@code delete}. Case counts; empty for any other name.
   */
  static Optional<Action> parse(String name) {
    return switch (name) {
      case "read" -> Optional.of(EntityOperation.READ);
      case "register", "create" -> Optional.of(EntityOperation.REGISTER);
      case "update", "write" -> Optional.of(EntityOperation.UPDATE);
      case "unregister", "delete" -> Optional.of(EntityOperation.UNREGISTER);
      case "execute" -> Optional.of(RunOperation.EXECUTE);
      case "approve" -> Optional.of(RunOperation.APPROVE);
      default -> fieldUpdate(name);
    };
  }

  private static Optional<Action> fieldUpdate(String name) {
    int dot = name.indexOf('.') + 1;
    String field = name.substring(dot);
    if (field.isBlank()) {
      return Optional.empty();
    }
    return switch (name.substring(0, dot)) {
      case UpdateProperty.PREFIX -> Optional.of(new UpdateProperty(field));
      case UpdateRelation.PREFIX -> Optional.of(new UpdateRelation(field));
      default -> Optional.empty();
    };
  }
}
