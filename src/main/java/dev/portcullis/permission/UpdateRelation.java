package dev.portcullis.permission;

/** To change one relation of an entity. */
public record UpdateRelation(String relation) implements Action {

  static final String PREFIX = "updateRelations.";

  public UpdateRelation {
    Required.text(relation, "a relation");
  }

  @Override
  public String actionName() {
    return PREFIX + relation;
  }
}
