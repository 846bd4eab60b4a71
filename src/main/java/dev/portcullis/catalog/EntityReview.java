package dev.portcullis.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds everything in which an entity does not fit its blueprint; pure. */
final class EntityReview {

  private static final int MAX_TITLE = 1_000;
  private static final int MAX_ICON = 100;
  private static final int MAX_TEAMS = 1_000;
  private static final int MAX_TEAM = 1_000;

  private final BlueprintDefinition blueprint;
  private final EntityDraft draft;
  private final List<CatalogProblem> problems = new ArrayList<>();

  private EntityReview(BlueprintDefinition blueprint, EntityDraft draft) {
    this.blueprint = blueprint;
    this.draft = draft;
  }

  static List<CatalogProblem> of(BlueprintDefinition blueprint, EntityDraft draft) {
    EntityReview review = new EntityReview(blueprint, draft);
    review.itself();
    review.teams();
    review.properties();
    review.relations();
    return List.copyOf(review.problems);
  }

  private void itself() {
    if (draft.identifier().filter(id -> !Identifiers.fitsEntity(id)).isPresent()) {
      malformed(
          "identifier",
          "must have 1 to 1000 letters, digits or characters of `@_.+:\\/=-`, and not be `.` or"
              + " `..`");
    }
    if (draft.title().filter(title -> title.length() > MAX_TITLE).isPresent()) {
      malformed("title", "must have at most " + MAX_TITLE + " characters");
    }
    if (draft.icon().filter(icon -> icon.length() > MAX_ICON).isPresent()) {
      malformed("icon", "must have at most " + MAX_ICON + " characters");
    }
  }

  private void teams() {
    if (blueprint.inheritsOwnership() && !draft.teams().isEmpty()) {
      problems.add(
          CatalogProblem.inheritedOwnership(
              "team",
              "must be left out: entities of blueprint `%s` inherit their owners"
                  .formatted(blueprint.identifier())));
    }
    if (draft.teams().size() > MAX_TEAMS) {
      malformed("team", "must name at most " + MAX_TEAMS + " teams");
    }
    if (draft.teams().stream().anyMatch(team -> team.isBlank() || team.length() > MAX_TEAM)) {
      malformed("team", "must name teams with 1 to " + MAX_TEAM + " characters each");
    }
  }

  private void properties() {
    BlueprintSchema schema = blueprint.schema();
    draft
        .properties()
        .forEach((name, value) -> property(name, value, schema.properties().get(name)));
    schema.required().stream()
        .filter(name -> !draft.properties().containsKey(name))
        .forEach(name -> missing("properties." + name));
  }

  private void property(String name, Object value, @Nullable PropertyDefinition definition) {
    if (definition == null) {
      mismatch("properties." + name, "is no property of blueprint `%s`");
    } else if (definition.type().filter(type -> type.admits(value)).isEmpty()) {
      String type = definition.type().map(PropertyType::wireName).orElse("unknown");
      mismatch("properties." + name, "must be of type `" + type + "` by blueprint `%s`");
    }
  }

  private void relations() {
    draft
        .relations()
        .forEach((name, value) -> relation(name, value, blueprint.relations().get(name)));
    blueprint.relations().entrySet().stream()
        .filter(relation -> relation.getValue().required())
        .filter(relation -> !draft.relations().containsKey(relation.getKey()))
        .forEach(relation -> missing("relations." + relation.getKey()));
  }

  private void relation(String name, Object value, @Nullable Relation relation) {
    if (relation == null) {
      mismatch("relations." + name, "is no relation of blueprint `%s`");
    } else if (relation.many() != value instanceof List<?>) {
      String form = relation.many() ? "a list of identifiers" : "one identifier";
      mismatch("relations." + name, "must be " + form + " by blueprint `%s`");
    }
  }

  private void malformed(String field, String message) {
    problems.add(CatalogProblem.malformed(field, message));
  }

  private void mismatch(String field, String message) {
    problems.add(CatalogProblem.mismatch(field, message.formatted(blueprint.identifier())));
  }

  private void missing(String field) {
    problems.add(
        CatalogProblem.missing(
            field, "is required by blueprint `%s`".formatted(blueprint.identifier())));
  }
}
