package dev.portcullis.permission;

/** What is done with a self-service action of the portal. */
public enum ActionOperation implements Action {
  EXECUTE("execute"),
  APPROVE("approve");

  private final String actionName;

  ActionOperation(String actionName) {
    this.actionName = actionName;
  }

  @Override
  public String actionName() {
    return actionName;
  }
}
