package dev.portcullis.api;

import dev.portcullis.catalog.EntityDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity as Port's clients send it. What only the server knows is ignored, as Port does with
 * documents that are sent back.
 *
 * @param team one team or several, by identifier or name
 */
record EntityRequest(
    @Nullable String identifier,
    @Nullable String title,
    @Nullable String icon,
    @Nullable String blueprint,
    @Nullable Object team,
    @Nullable Map<String, @Nullable Object> properties,
    @Nullable Map<String, @Nullable Object> relations,
    @Nullable Object createdAt,
    @Nullable Object createdBy,
    @Nullable Object updatedAt,
    @Nullable Object updatedBy) {

  /** The draft of an entity of the blueprint that the path names. */
  EntityDraft draft(String ofBlueprint) {
    if (blueprint != null && !blueprint.equals(ofBlueprint)) {
      throw RequestFault.invalid(
          "blueprint", "`blueprint` must be `%s`, as in the path".formatted(ofBlueprint));
    }
    List<String> teams =
        TextOrTexts.of(team)
            .orElseThrow(
                () -> RequestFault.invalid("team", "`team` must be a string or a list of strings"));
    return new EntityDraft(
        Optional.ofNullable(identifier),
        Optional.ofNullable(title),
        Optional.ofNullable(icon),
        teams,
        JsonValues.present("properties", properties),
        related());
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
