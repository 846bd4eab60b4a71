package dev.portcullis.api;

import dev.portcullis.catalog.EntityDraft;
import dev.portcullis.catalog.EntityEdit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity as Port's clients send it. What only the server knows is ignored, as Port does with
 * documents that are sent back.
 *
 * @param team one team or several, by identifier or name
 */
record EntityRequest(
    @Nullable String identifier,
    FieldChange<String> title,
    FieldChange<String> icon,
    @Nullable String blueprint,
    FieldChange<Object> team,
    @Nullable Map<String, @Nullable Object> properties,
    @Nullable Map<String, @Nullable Object> relations,
    @Nullable Object scorecards,
    @Nullable Object createdAt,
    @Nullable Object createdBy,
    @Nullable Object updatedAt,
    @Nullable Object updatedBy) {

  /** What it says of an entity of the blueprint that the path names. */
  EntityEdit edit(String ofBlueprint, boolean merges) {
    if (blueprint != null && !blueprint.equals(ofBlueprint)) {
      throw RequestFault.invalid(
          "blueprint", "`blueprint` must be `%s`, as in the path".formatted(ofBlueprint));
    }
    Set<String> cleared = new HashSet<>();
    List<String> teams = teams();
    if (teams.isEmpty() && !(team instanceof FieldChange.Keep<Object>)) {
      cleared.add("team");
    }
    Optional<String> titled = text("title", title, cleared);
    Optional<String> icons = text("icon", icon, cleared);
    nulls(EntityEdit.PROPERTIES, properties, cleared);
    nulls(EntityEdit.RELATIONS, relations, cleared);
    return new EntityEdit(
        new EntityDraft(
            Optional.ofNullable(identifier),
            titled,
            icons,
            teams,
            JsonValues.present("properties", properties),
            related()),
        cleared,
        merges);
  }

  private List<String> teams() {
    return switch (team) {
      case FieldChange.Keep<Object> _, FieldChange.Clear<Object> _ -> List.of();
      case FieldChange.Set<Object>(Object value) ->
          TextOrTexts.of(value)
              .orElseThrow(() ->
                  RequestFault.invalid("team", "`team` must be a string or a list of strings"));
    };
  }

  private static Optional<String> text(
      String field, FieldChange<String> change, Set<String> cleared) {
    return switch (change) {
      case FieldChange.Keep<String> _ -> Optional.empty();
      case FieldChange.Clear<String> _ -> {
        cleared.add(field);
        yield Optional.empty();
      }
      case FieldChange.Set<String>(String value) -> Optional.of(value);
    };
  }

  private static void nulls(
      String prefix, @Nullable Map<String, @Nullable Object> values, Set<String> cleared) {
    if (values != null) {
      values.forEach((name, value) -> {
        if (value == null) {
          cleared.add(prefix + name);
        }
      });
    }
  }

  private Map<String, Object> related() {
    Map<String, Object> related = new LinkedHashMap<>();
    JsonValues.present("relations", relations)
        .forEach((name, value) -> {
          if (TextOrTexts.of(value).isEmpty()) {
            String field = "relations." + name;
            throw RequestFault.invalid(
                field, "`" + field + "` must be a string or a list of strings");
          }
          related.put(name, value);
        });
    return related;
  }
}
