package dev.portcullis.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds everything in which an entity does not fit its blueprint; pure. */
final class EntityReview {

  /** The most problems that are told at once. */
  static final int MAX_PROBLEMS = 100;

  /** The most entities that one relation leads to. */
  static final int MAX_RELATED = 10_000;

  private static final int MAX_TITLE = 1_000;
  private static final int MAX_ICON = 100;
  private static final int MAX_TEAMS = 1_000;
  private static final int MAX_TEAM = 1_000;

  private final BlueprintDefinition blueprint;
  private final EntityDraft draft;
  private final Optional<Entity> before;
  private final List<CatalogProblem> problems = new ArrayList<>();

  private EntityReview(BlueprintDefinition blueprint, EntityDraft draft, Optional<Entity> before) {
    this.blueprint = blueprint;
    this.draft = draft;
    this.before = before;
  }

  static List<CatalogProblem> of(BlueprintDefinition blueprint, EntityDraft draft) {
    return of(blueprint, draft, Optional.empty());
  }

  /**
   * The problems of a whole entity.
   *
   * @param before what there is: a value that stays as it is needs no second review, for the
   *     blueprint may have changed since
   */
  static List<CatalogProblem> of(
      BlueprintDefinition blueprint, EntityDraft draft, Optional<Entity> before) {
    EntityReview review = new EntityReview(blueprint, draft, before);
    review.itself();
    review.teams();
    review.properties();
    review.relations();
    return review.problems.stream().limit(MAX_PROBLEMS).toList();
  }

  static CatalogProblem malformedIdentifier() {
    return CatalogProblem.malformed(
        "identifier",
        "must have 1 to 1000 letters, digits or characters of `@_.+:\\/=-`, and not be `.` or"
            + " `..`");
  }

  private void itself() {
    if (draft.identifier().filter(id -> !Identifiers.fitsEntity(id)).isPresent()) {
      problems.add(malformedIdentifier());
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
        .forEach((name, value) -> {
          if (!isAsItWas(before.map(was -> was.properties().get(name)), value)) {
            property(name, value, schema.properties().get(name));
          }
        });
    schema.required().stream()
        .filter(name -> !draft.properties().containsKey(name))
        .forEach(name -> missing("properties." + name));
  }

  private static boolean isAsItWas(Optional<Object> was, Object value) {
    return was.filter(old -> Objects.equals(old, value)).isPresent();
  }

  private void property(String name, Object value, @Nullable PropertyDefinition definition) {
    String field = "properties." + name;
    if (definition == null) {
      mismatch(field, "is no property of blueprint `%s`");
    } else if (definition.type().isEmpty()) {
      mismatch(field, "must be of type `unknown` by blueprint `%s`");
    } else {
      ValueReview.of(
          field,
          value,
          definition.asMap(),
          (place, problem) -> mismatch(place, problem.replace("%", "%%") + " by blueprint `%s`"));
    }
  }

  private void relations() {
    draft
        .relations()
        .forEach((name, value) -> {
          if (!isAsItWas(before.map(was -> was.relations().get(name)), value)) {
            relation(name, value, blueprint.relations().get(name));
          }
        });
    blueprint.relations().entrySet().stream()
        .filter(relation -> relation.getValue().required())
        .filter(relation -> isNothing(draft.relations().get(relation.getKey())))
        .forEach(relation -> missing("relations." + relation.getKey()));
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null || (value instanceof List<?> list && list.isEmpty());
  }

  private void relation(String name, Object value, @Nullable Relation relation) {
    String field = "relations." + name;
    if (relation == null) {
      mismatch(field, "is no relation of blueprint `%s`");
    } else if (relation.many() != value instanceof List<?>) {
      String form = relation.many() ? "a list of identifiers" : "one identifier";
      mismatch(field, "must be " + form + " by blueprint `%s`");
    } else if (value instanceof List<?> list && list.size() > MAX_RELATED) {
      malformed(field, "must name at most " + MAX_RELATED + " entities");
    } else if (!areIdentifiers(value)) {
      malformed(field, "must name entities by identifiers of 1 to 1000 characters");
    }
  }

  private static boolean areIdentifiers(Object value) {
    List<?> all = value instanceof List<?> list ? list : List.of(value);
    return all.stream()
        .allMatch(one ->
            one instanceof String text
                && !text.isBlank()
                && text.length() <= Identifiers.MAX_ENTITY_LENGTH);
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
