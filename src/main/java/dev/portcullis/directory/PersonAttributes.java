package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where among the attributes of a user, or beside them, each of Port's fields lies; pure. */
final class PersonAttributes {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private PersonAttributes() {}

  static Optional<Object> value(User user, PersonField field) {
    AttributeValues attributes = user.attributes();
    return switch (field) {
      case EMAIL -> user.email().map(Object.class::cast);
      case FIRST_NAME -> attributes.text("name", "givenName").map(Object.class::cast);
      case LAST_NAME -> attributes.text("name", "familyName").map(Object.class::cast);
      case PHONE_NUMBER -> first(attributes, "phoneNumbers");
      case PICTURE -> first(attributes, "photos");
      case COMPANY_ID ->
          user.handProfile()
              .value(field)
              .or(() -> attributes.text(ENTERPRISE, "organization").map(Object.class::cast));
      case TERMS_ACCEPTED, INVISIBLE, SUPPORT_LEVEL, COMPANY_ROLE ->
          user.handProfile().value(field);
    };
  }

  /** The user with another value of a field. */
  static User changed(User user, PersonField field, Optional<Object> value) {
    AttributeValues attributes = user.attributes();
    return switch (field) {
      case EMAIL -> user.withAttributes(listed(attributes, "emails", "work", value));
      case FIRST_NAME -> user.withAttributes(named(attributes, "givenName", value));
      case LAST_NAME -> user.withAttributes(named(attributes, "familyName", value));
      case PHONE_NUMBER -> user.withAttributes(listed(attributes, "phoneNumbers", "work", value));
      case PICTURE -> user.withAttributes(listed(attributes, "photos", "photo", value));
      case COMPANY_ID, TERMS_ACCEPTED, INVISIBLE, SUPPORT_LEVEL, COMPANY_ROLE ->
          user.withHandProfile(user.handProfile().with(field, value));
    };
  }

  private static AttributeValues named(
      AttributeValues attributes, String part, Optional<Object> value) {
    Map<String, Object> name = new LinkedHashMap<>();
    if (attributes.asMap().get("name") instanceof Map<?, ?> map) {
      map.forEach((key, present) -> name.put((String) key, present));
    }
    // It would say what was true before.
    name.remove("formatted");
    name.remove(part);
    value.ifPresent(present -> name.put(part, present));
    return with(attributes, "name", name.isEmpty() ? Optional.empty() : Optional.of(name));
  }

  /** The element that stands for all of them, which is the primary one or else the first. */
  private static int leading(List<?> elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("primary"))) {
        return i;
      }
    }
    return 0;
  }

  private static List<?> elements(AttributeValues attributes, String attribute) {
    return attributes.asMap().get(attribute) instanceof List<?> list ? list : List.of();
  }

  private static Optional<Object> first(AttributeValues attributes, String attribute) {
    List<?> elements = elements(attributes, attribute);
    return !elements.isEmpty()
            && elements.get(leading(elements)) instanceof Map<?, ?> map
            && map.get("value") instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static AttributeValues listed(
      AttributeValues attributes, String attribute, String type, Optional<Object> value) {
    List<Object> elements = new ArrayList<>(elements(attributes, attribute));
    if (!elements.isEmpty()) {
      elements.remove(leading(elements));
    }
    value.ifPresent(
        present -> elements.addFirst(Map.of("value", present, "type", type, "primary", true)));
    return with(
        attributes, attribute, elements.isEmpty() ? Optional.empty() : Optional.of(elements));
  }

  private static AttributeValues with(
      AttributeValues attributes, String name, Optional<Object> value) {
    Map<String, Object> others = new LinkedHashMap<>(attributes.asMap());
    others.remove(name);
    value.ifPresent(present -> others.put(name, present));
    return new AttributeValues(others);
  }
}
