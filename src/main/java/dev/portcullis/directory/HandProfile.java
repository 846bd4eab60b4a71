package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Admins say of a person in the portal beside the role. No provider knows of it.
 *
 * @param moderatedBlueprints of which the role by hand makes a Moderator, in ascending order
 * @param values by field; only those that have one
 * @param disabledByHand whether it was an Admin who disabled the person, and SCIM said nothing
 *     since
 */
public record HandProfile(
    List<String> moderatedBlueprints, Map<PersonField, Object> values, boolean disabledByHand) {

  /** Nothing. */
  public static final HandProfile NONE = new HandProfile(List.of(), Map.of(), false);

  private static final String MODERATED = "moderatedBlueprints";
  private static final String DISABLED = "disabledByHand";

  public HandProfile {
    moderatedBlueprints = List.copyOf(moderatedBlueprints);
    values = Map.copyOf(values);
  }

  /** The value of a field, if it has one. */
  public Optional<Object> value(PersonField field) {
    return Optional.ofNullable(values.get(field));
  }

  HandProfile moderating(List<String> blueprints) {
    return new HandProfile(blueprints, values, disabledByHand);
  }

  HandProfile with(PersonField field, Optional<Object> value) {
    Map<PersonField, Object> others = new LinkedHashMap<>(values);
    others.remove(field);
    value.ifPresent(present -> others.put(field, present));
    return new HandProfile(moderatedBlueprints, others, disabledByHand);
  }

  HandProfile withDisabledByHand(boolean byHand) {
    return new HandProfile(moderatedBlueprints, values, byHand);
  }

  /** As the audit trail keeps it. */
  Map<String, Object> told() {
    return asValues().asMap();
  }

  AttributeValues asValues() {
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put(MODERATED, moderatedBlueprints);
    for (PersonField field : PersonField.values()) {
      value(field).ifPresent(value -> stored.put(field.wireName(), value));
    }
    if (disabledByHand) {
      stored.put(DISABLED, true);
    }
    return new AttributeValues(stored);
  }

  static HandProfile of(AttributeValues stored) {
    Map<PersonField, Object> values = new LinkedHashMap<>();
    for (PersonField field : PersonField.values()) {
      Object value = stored.asMap().get(field.wireName());
      if (value != null) {
        values.put(field, value);
      }
    }
    List<String> moderated =
        stored.asMap().get(MODERATED) instanceof List<?> list
            ? list.stream().map(String.class::cast).toList()
            : List.of();
    return new HandProfile(moderated, values, Boolean.TRUE.equals(stored.asMap().get(DISABLED)));
  }
}
