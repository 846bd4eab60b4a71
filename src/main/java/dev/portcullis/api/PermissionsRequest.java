package dev.portcullis.api;

import dev.portcullis.access.BlockPatch;
import dev.portcullis.access.PermissionsPatch;
import dev.portcullis.permission.EntityOperation;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change to a blueprint's permission document, as Port's clients send it. What is absent stays;
 * each list that is there takes the place of the whole list.
 */
record PermissionsRequest(FieldChange<EntitiesRequest> entities) {

  record EntitiesRequest(
      FieldChange<BlockRequest> read,
      FieldChange<BlockRequest> register,
      FieldChange<BlockRequest> update,
      FieldChange<BlockRequest> unregister,
      FieldChange<Map<String, @Nullable BlockRequest>> updateProperties,
      FieldChange<Map<String, @Nullable BlockRequest>> updateRelations) {}

  /**
   * One block.
   *
   * @param ownedByTeam null leaves it as it is
   * @param policy null takes it away, and nothing else is possible before policies are
   */
  record BlockRequest(
      FieldChange<List<@Nullable String>> roles,
      FieldChange<List<@Nullable String>> users,
      FieldChange<List<@Nullable String>> teams,
      @Nullable Boolean ownedByTeam,
      @Nullable Object policy) {

    private BlockPatch patch(String field) {
      if (policy != null) {
        throw RequestFault.invalid(
            field + ".policy",
            "`" + field + ".policy` is not supported yet; leave it out, or send null");
      }
      return new BlockPatch(
          texts(field + ".roles", roles),
          texts(field + ".users", users),
          texts(field + ".teams", teams),
          Optional.ofNullable(ownedByTeam));
    }
  }

  PermissionsPatch patch() {
    return present("entities", entities)
        .map(PermissionsRequest::patch)
        .orElseGet(() -> new PermissionsPatch(Map.of(), Map.of(), Map.of()));
  }

  private static PermissionsPatch patch(EntitiesRequest entities) {
    Map<EntityOperation, BlockPatch> operations = new EnumMap<>(EntityOperation.class);
    Map.of(
            EntityOperation.READ, entities.read(),
            EntityOperation.REGISTER, entities.register(),
            EntityOperation.UPDATE, entities.update(),
            EntityOperation.UNREGISTER, entities.unregister())
        .forEach((operation, block) -> {
          String field = "entities." + operation.actionName();
          present(field, block).ifPresent(sent -> operations.put(operation, sent.patch(field)));
        });
    return new PermissionsPatch(
        operations,
        blocks("entities.updateProperties", entities.updateProperties()),
        blocks("entities.updateRelations", entities.updateRelations()));
  }

  private static Map<String, BlockPatch> blocks(
      String field, FieldChange<Map<String, @Nullable BlockRequest>> change) {
    Map<String, BlockPatch> patches = new LinkedHashMap<>();
    present(field, change)
        .ifPresent(blocks ->
            blocks.forEach((name, block) -> {
              String place = field + "." + name;
              patches.put(name, RequestFault.required(place, block).patch(place));
            }));
    return patches;
  }

  private static Optional<List<String>> texts(
      String field, FieldChange<List<@Nullable String>> change) {
    return present(field, change)
        .map(texts -> texts.stream().map(text -> RequestFault.required(field, text)).toList());
  }

  private static <T> Optional<T> present(String field, FieldChange<T> change) {
    return switch (change) {
      case FieldChange.Keep<T> _ -> Optional.empty();
      case FieldChange.Clear<T> _ ->
          throw RequestFault.invalid(
              field, "`" + field + "` must not be null; leave it out to keep what is there");
      case FieldChange.Set<T>(T value) -> Optional.of(value);
    };
  }
}
