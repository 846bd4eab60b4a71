package dev.portcullis.scim.roundtrip;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/** Whether a reply holds what was written, whatever the server added of its own. */
final class Agreement {

  private Agreement() {}

  /** Whether everything of the written value is in the shown one, and no further element. */
  static boolean holds(JsonNode shown, JsonNode written) {
    if (written.isObject()) {
      return shown.isObject()
          && written.properties().stream()
              .allMatch(part -> holds(shown.path(part.getKey()), part.getValue()));
    }
    if (written.isArray()) {
      return shown.isArray()
          && shown.size() == written.size()
          && written.valueStream().allMatch(w -> shown.valueStream().anyMatch(s -> holds(s, w)));
    }
    if (written.isNumber()) {
      return shown.isNumber() && shown.decimalValue().compareTo(written.decimalValue()) == 0;
    }
    return shown.equals(written) || isSameInstant(shown.asString(""), written.asString(""));
  }

  private static boolean isSameInstant(String shown, String written) {
    try {
      return OffsetDateTime.parse(shown).isEqual(OffsetDateTime.parse(written));
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
