package dev.portcullis.permission;

/**
 * To change one property of an entity.
 *
 * @param property its identifier, or one of {@code $title}, {@code $identifier}, {@code $icon} and
 *     {@code $team}, which Port governs as properties (Port rule 17)
 */
public record UpdateProperty(String property) implements Action {

  static final String PREFIX = "updateProperties.";

  public UpdateProperty {
    Required.text(property, "a property");
  }

  @Override
  public String actionName() {
    return PREFIX + property;
  }
}
