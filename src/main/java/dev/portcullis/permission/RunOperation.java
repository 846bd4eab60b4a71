package dev.portcullis.permission;

/** What one does with a self-service action, whose resource is the action itself. */
public enum RunOperation implements Action {
  EXECUTE("execute"),
  /** To let somebody's run go ahead. */
  APPROVE("approve");

  private final String actionName;

  RunOperation(String actionName) {
    this.actionName = actionName;
  }

  @Override
  public String actionName() {
    return actionName;
  }
}
