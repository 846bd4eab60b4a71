package dev.portcullis.documentation;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Compares a reply with what a document shows of it.
 *
 * <p>{@code …} stands for any text within a text, for further members as the name of one, and for
 * further elements as the last of a list. Numbers from 1,000 up are times and sizes, of which only
 * the kind is compared. The documents' address stands for the server's.
 */
final class DocumentedReply {

  private static final String ANYTHING = "…";
  private static final String ADDRESS = "http://localhost:8080";

  private DocumentedReply() {}

  /** Where and how the reply differs from what is shown, if it does. */
  static Optional<String> difference(JsonNode shown, JsonNode actual) {
    return difference("", shown, actual);
  }

  private static Optional<String> difference(String place, JsonNode shown, JsonNode actual) {
    boolean same =
        switch (shown.getNodeType()) {
          case OBJECT -> actual.isObject();
          case ARRAY -> actual.isArray();
          case STRING ->
              actual.isString() && pattern(shown).matcher(actual.stringValue()).matches();
          case NUMBER -> actual.isNumber() && isSameNumber(shown, actual);
          default -> shown.equals(actual);
        };
    if (!same) {
      return Optional.of("at `%s` stands %s, and not %s".formatted(place, actual, shown));
    }
    return shown.isObject() ? members(place, shown, actual) : elements(place, shown, actual);
  }

  private static boolean isSameNumber(JsonNode shown, JsonNode actual) {
    return shown.equals(actual) || (shown.doubleValue() >= 1_000 && actual.doubleValue() >= 1_000);
  }

  private static Pattern pattern(JsonNode shown) {
    String any =
        shown
            .stringValue()
            .chars()
            .mapToObj(Character::toString)
            .map(c -> c.equals(ANYTHING) ? ".*" : Pattern.quote(c))
            .collect(Collectors.joining());
    String address =
        ADDRESS
            .chars()
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(any.replace(address, "http://localhost:\\d+"), Pattern.DOTALL);
  }

  private static Optional<String> members(String place, JsonNode shown, JsonNode actual) {
    if (!shown.has(ANYTHING)) {
      Optional<String> unshown =
          actual.propertyNames().stream().filter(name -> !shown.has(name)).findFirst();
      if (unshown.isPresent()) {
        return Optional.of("at `%s/%s` stands something not shown".formatted(place, unshown.get()));
      }
    }
    return shown.propertyNames().stream()
        .filter(name -> !name.equals(ANYTHING))
        .flatMap(
            name -> difference(place + "/" + name, shown.get(name), actual.path(name)).stream())
        .findFirst();
  }

  private static Optional<String> elements(String place, JsonNode shown, JsonNode actual) {
    int listed = shown.size();
    boolean open = listed > 0 && ANYTHING.equals(shown.get(listed - 1).asString(""));
    int compared = open ? listed - 1 : listed;
    if (open ? actual.size() < compared : actual.size() != compared) {
      return Optional.of(
          "at `%s` stand %d elements, and not %d".formatted(place, actual.size(), compared));
    }
    for (int i = 0; i < compared; i++) {
      Optional<String> difference = difference(place + "/" + i, shown.get(i), actual.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }
}
