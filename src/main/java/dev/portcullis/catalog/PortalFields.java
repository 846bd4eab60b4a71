package dev.portcullis.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a blueprint says for the portal alone: properties that it mirrors, calculates or aggregates,
 * and where it reports changes. It is kept and answered as it was sent; nothing is computed here.
 */
public final class PortalFields {

  /** Properties of related entities, by a path along relations. */
  public static final String MIRRORS = "mirrorProperties";

  /** Properties by an expression. */
  public static final String CALCULATIONS = "calculationProperties";

  /** Properties over many related entities. */
  public static final String AGGREGATIONS = "aggregationProperties";

  /** Where the portal reports changes. */
  public static final String CHANGELOG = "changelogDestination";

  /** Whether the portal's search finds entities. */
  public static final String GLOBAL_SEARCH = "includeInGlobalSearch";

  /** How old clients say that ownership is inherited; answered to whoever said it so. */
  public static final String TEAM_INHERITANCE = "teamInheritance";

  private static final Set<String> CHANGELOG_TYPES = Set.of("KAFKA", "WEBHOOK");

  private final List<CatalogProblem> problems = new ArrayList<>();

  private PortalFields() {}

  static List<CatalogProblem> problems(Map<String, Object> further) {
    PortalFields review = new PortalFields();
    review.each(MIRRORS, further, "path");
    review.each(CALCULATIONS, further, "calculation", "type");
    review.each(AGGREGATIONS, further, "target");
    review.changelog(further.get(CHANGELOG));
    if (further.get(GLOBAL_SEARCH) instanceof Object value && !(value instanceof Boolean)) {
      review.malformed(GLOBAL_SEARCH, "must be true or false");
    }
    return review.problems;
  }

  private void each(String field, Map<String, Object> further, String... texts) {
    Map<?, ?> properties =
        further.getOrDefault(field, Map.of()) instanceof Map<?, ?> map ? map : Map.of();
    if (properties.size() > BlueprintReview.MAX_FIELDS) {
      malformed(field, "must be at most " + BlueprintReview.MAX_FIELDS);
    }
    properties.forEach((name, property) -> {
      String where = field + "." + name;
      if (!Identifiers.fitsField(String.valueOf(name))) {
        malformed(
            where, "must be named with 1 to 100 letters, digits or characters of `@_=-` alone");
      }
      for (String text : texts) {
        if (!(property instanceof Map<?, ?> map && isText(map.get(text)))) {
          malformed(where + "." + text, "must be a text that is not empty");
        }
      }
    });
  }

  private void changelog(@Nullable Object destination) {
    boolean fits =
        destination == null
            || (destination instanceof Map<?, ?> map
                && map.get("type") instanceof String type
                && CHANGELOG_TYPES.contains(type));
    if (!fits) {
      malformed(CHANGELOG + ".type", "must be `KAFKA` or `WEBHOOK`");
    }
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof String text && !text.isBlank();
  }

  private void malformed(String field, String message) {
    problems.add(CatalogProblem.malformed(field, message));
  }
}
