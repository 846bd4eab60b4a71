package dev.portcullis.organization;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds everything in which a profile is not as Port's contract has it; pure. */
final class OrganizationProfileReview {

  private static final int MAX_NAMES = 1_000;
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_SHORT_TEXT = 100;
  private static final int MAX_TITLE = 30;
  private static final int MAX_COUNT = 1_000_000;

  private static final Map<String, Rule> FIELDS =
      Map.of(
          "isOnboarded",
          Rule.FLAG,
          "inactivityTimeout",
          Rule.COUNT,
          "settings",
          Rule.OBJECT,
          "announcement",
          Rule.OBJECT,
          "toolSelectionProvisioning",
          Rule.OBJECT);

  private static final Map<String, Map<String, Rule>> PARTS =
      Map.of(
          "settings",
          Map.of(
              "hiddenBlueprints", Rule.NAMES,
              "federatedLogout", Rule.FLAG,
              "portalIcon", Rule.TEXT,
              "portalTitle", Rule.TITLE,
              "supportUserPermission", Rule.PERMISSION,
              "supportUserTTL", Rule.LIFETIME,
              "supportUserExpiresAt", Rule.MOMENT,
              "portAgentStreamerName", Rule.SHORT_TEXT,
              "includeBlueprintsInGlobalSearchByDefault", Rule.FLAG),
          "announcement",
          Map.of(
              "enabled", Rule.FLAG,
              "content", Rule.TEXT,
              "link", Rule.TEXT,
              "color", Rule.SHORT_TEXT),
          "toolSelectionProvisioning",
          Map.of("status", Rule.SHORT_TEXT));

  /** What a value must be. */
  private enum Rule {
    OBJECT("an object"),
    FLAG("`true` or `false`"),
    COUNT("a whole number from 1 to " + MAX_COUNT),
    TITLE("a text of at most " + MAX_TITLE + " characters"),
    SHORT_TEXT("a text of at most " + MAX_SHORT_TEXT + " characters"),
    TEXT("a text of at most " + MAX_TEXT + " characters"),
    NAMES("a list of at most " + MAX_NAMES + " texts of at most " + MAX_SHORT_TEXT + " characters"),
    PERMISSION("`OPT_IN` or `OPT_OUT`"),
    LIFETIME("one of `ONE_DAY`, `ONE_WEEK`, `ONE_MONTH`, `FOREVER`"),
    MOMENT("a time as of RFC 3339, such as `2026-12-31T00:00:00Z`");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    boolean admits(Object value) {
      return switch (this) {
        case OBJECT -> value instanceof Map<?, ?>;
        case FLAG -> value instanceof Boolean;
        case COUNT ->
            value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= 1
                && number.doubleValue() <= MAX_COUNT;
        case TITLE -> isText(value, MAX_TITLE);
        case SHORT_TEXT -> isText(value, MAX_SHORT_TEXT);
        case TEXT -> isText(value, MAX_TEXT);
        case NAMES ->
            value instanceof List<?> list
                && list.size() <= MAX_NAMES
                && list.stream().allMatch(each -> isText(each, MAX_SHORT_TEXT));
        case PERMISSION -> Set.of("OPT_IN", "OPT_OUT").contains(value);
        case LIFETIME -> Set.of("ONE_DAY", "ONE_WEEK", "ONE_MONTH", "FOREVER").contains(value);
        case MOMENT -> value instanceof String text && isMoment(text);
      };
    }

    private static boolean isText(@Nullable Object value, int most) {
      return value instanceof String text && text.length() <= most;
    }

    private static boolean isMoment(String text) {
      try {
        OffsetDateTime.parse(text);
        return true;
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }

  private OrganizationProfileReview() {}

  static List<String> of(String name, Map<String, ?> values) {
    List<String> problems = new ArrayList<>();
    if (name.isBlank() || name.length() > Organizations.MAX_NAME_LENGTH) {
      problems.add("`name` must have 1 to " + Organizations.MAX_NAME_LENGTH + " characters");
    }
    new TreeMap<>(values)
        .forEach((field, value) -> {
          check(problems, field, FIELDS.get(field), value, "name, " + listed(FIELDS));
          if (value instanceof Map<?, ?> parts && FIELDS.get(field) == Rule.OBJECT) {
            checkParts(problems, field, parts);
          }
        });
    return problems;
  }

  private static void checkParts(List<String> problems, String field, Map<?, ?> parts) {
    Map<String, Rule> rules = PARTS.getOrDefault(field, Map.of());
    parts.forEach((part, value) ->
        check(problems, field + "." + part, rules.get(part.toString()), value, listed(rules)));
  }

  /** A null value takes back what was set. */
  private static void check(
      List<String> problems,
      String field,
      @Nullable Rule rule,
      @Nullable Object value,
      String known) {
    if (rule == null) {
      problems.add("`" + field + "` is not known here; there are " + known);
    } else if (value != null && !rule.admits(value)) {
      problems.add("`" + field + "` must be " + rule.words);
    }
  }

  private static String listed(Map<String, Rule> rules) {
    return String.join(", ", new TreeSet<>(rules.keySet()));
  }
}
