package dev.portcullis.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds everything that is wrong with a blueprint's definition; pure. */
final class BlueprintReview {

  private static final int MAX_TITLE = 100;
  private static final int MAX_DESCRIPTION = 200;
  private static final int MAX_ICON = 100;

  /** The most properties, and the most relations, of a blueprint. */
  static final int MAX_FIELDS = 500;

  private final BlueprintDefinition definition;
  private final Map<String, BlueprintDefinition> known;
  private final List<CatalogProblem> problems = new ArrayList<>();

  private BlueprintReview(BlueprintDefinition definition, Map<String, BlueprintDefinition> known) {
    this.definition = definition;
    this.known = known;
  }

  /**
   * The problems of a definition.
   *
   * @param known by identifier, the blueprints that relations may point to, beside the definition
   *     itself
   */
  static List<CatalogProblem> of(
      BlueprintDefinition definition, Map<String, BlueprintDefinition> known) {
    BlueprintReview review = new BlueprintReview(definition, known);
    review.identifier();
    review.texts();
    review.properties();
    review.relations();
    review.ownership();
    review.problems.addAll(PortalFields.problems(definition.further()));
    return List.copyOf(review.problems);
  }

  private void identifier() {
    String identifier = definition.identifier();
    if (!Identifiers.fitsBlueprint(identifier)) {
      malformed(
          "identifier",
          "must have 1 to 100 letters, digits or characters of `@_.+:\\/-`, and not be `.` or"
              + " `..`");
    } else if (Identifiers.isSystem(identifier) && !SystemBlueprints.are(identifier)) {
      problems.add(CatalogProblem.system("identifier", identifier));
    }
  }

  private void texts() {
    if (definition.title().isBlank() || definition.title().length() > MAX_TITLE) {
      malformed("title", "must have 1 to " + MAX_TITLE + " characters");
    }
    if (definition.description().filter(text -> text.length() > MAX_DESCRIPTION).isPresent()) {
      malformed("description", "must have at most " + MAX_DESCRIPTION + " characters");
    }
    if (definition.icon().filter(text -> text.length() > MAX_ICON).isPresent()) {
      malformed("icon", "must have at most " + MAX_ICON + " characters");
    }
    if (definition
        .ownership()
        .flatMap(Ownership::title)
        .filter(title -> title.length() > MAX_TITLE)
        .isPresent()) {
      malformed("ownership.title", "must have at most " + MAX_TITLE + " characters");
    }
  }

  private void properties() {
    BlueprintSchema schema = definition.schema();
    if (schema.properties().size() > MAX_FIELDS) {
      malformed("schema.properties", "must be at most " + MAX_FIELDS);
    }
    schema
        .properties()
        .forEach((name, property) -> {
          field("schema.properties." + name, name);
          PropertyReview.of("schema.properties." + name, property, this::malformed);
        });
    schema.required().stream()
        .filter(name -> !schema.properties().containsKey(name))
        .forEach(
            name -> malformed("schema.required", "names `" + name + "`, which is no property"));
  }

  private void relations() {
    if (definition.relations().size() > MAX_FIELDS) {
      malformed("relations", "must be at most " + MAX_FIELDS);
    }
    definition
        .relations()
        .forEach((name, relation) -> {
          field("relations." + name, name);
          target("relations." + name + ".target", relation.target());
        });
  }

  private void field(String where, String name) {
    if (!Identifiers.fitsField(name)) {
      malformed(where, "must be named with 1 to 100 letters, digits or characters of `@_=-` alone");
    } else if (Identifiers.isSystem(name)) {
      problems.add(CatalogProblem.system(where, name));
    }
  }

  private void target(String where, String target) {
    if (!target.equals(definition.identifier()) && !known.containsKey(target)) {
      malformed(where, "names blueprint `" + target + "`, which does not exist; create it first");
    }
  }

  private void ownership() {
    if (definition.inheritsOwnership()) {
      OwnershipPath.problem(definition, known)
          .map(problem -> CatalogProblem.ownershipPath("ownership.path", problem))
          .ifPresent(problems::add);
    }
  }

  private void malformed(String field, String message) {
    problems.add(CatalogProblem.malformed(field, message));
  }
}
