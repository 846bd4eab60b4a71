package dev.portcullis.permission;

/** An action on an entity as a whole; pages know {@code read} and {@code update}. */
public enum EntityOperation implements Action {
  READ("read"),
  /** To bring a new entity into the catalog. */
  REGISTER("register"),
  /** To change any property and any relation (Port rule 14). */
  UPDATE("update"),
  /** To take an entity out of the catalog. */
  UNREGISTER("unregister");

  private final String actionName;

  EntityOperation(String actionName) {
    this.actionName = actionName;
  }

  @Override
  public String actionName() {
    return actionName;
  }
}
