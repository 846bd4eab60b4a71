package dev.portcullis.permission;

import java.util.Map;

/**
 * Named values of a resource, a subject, a team or an action.
 *
 * @param values by the identifier of the property or, beginning with {@code $}, of the
 *     meta-property: {@code $title $icon $createdAt $updatedAt $createdBy $updatedBy}
 */
public record Attributes(Map<String, PropertyValue> values) {

  public static final Attributes NONE = new Attributes(Map.of());

  public Attributes {
    values = Map.copyOf(values);
  }

  /** The value of this name; null in JSON's sense if there is none. */
  public PropertyValue get(String name) {
    return values.getOrDefault(name, PropertyValue.Null.NULL);
  }
}
