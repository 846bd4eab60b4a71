package dev.portcullis.access;

import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.BlueprintSchema;
import dev.portcullis.catalog.PropertyDefinition;
import dev.portcullis.catalog.Relation;
import dev.portcullis.permission.EntityOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The blueprint of Port's examples, and changes to its document. */
final class Documents {

  static final BlueprintDefinition ENV = env(List.of("slackChannelUrl"), List.of());

  private static final BlockPatch NOTHING =
      new BlockPatch(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new PolicyChange.Keep());

  private Documents() {}

  static BlueprintDefinition env(List<String> properties, List<String> required) {
    Map<String, PropertyDefinition> definitions =
        properties.stream()
            .collect(
                Collectors.toMap(
                    name -> name, _ -> new PropertyDefinition(Map.of("type", "string"))));
    return new BlueprintDefinition(
        "Env",
        "Environment",
        Optional.empty(),
        Optional.empty(),
        new BlueprintSchema(definitions, required),
        Map.of("deployedAt", new Relation("Env", false, false, Optional.empty(), Optional.empty())),
        Optional.empty());
  }

  static BlueprintPermissions defaults() {
    return BlueprintPermissions.defaults(ENV);
  }

  static BlockPatch roles(String... names) {
    return new BlockPatch(
        Optional.of(List.of(names)),
        NOTHING.users(),
        NOTHING.teams(),
        NOTHING.ownedByTeam(),
        NOTHING.policy());
  }

  static BlockPatch users(String... emails) {
    return new BlockPatch(
        NOTHING.roles(),
        Optional.of(List.of(emails)),
        NOTHING.teams(),
        NOTHING.ownedByTeam(),
        NOTHING.policy());
  }

  static BlockPatch teams(String... teams) {
    return new BlockPatch(
        NOTHING.roles(),
        NOTHING.users(),
        Optional.of(List.of(teams)),
        NOTHING.ownedByTeam(),
        NOTHING.policy());
  }

  static BlockPatch owned(boolean owned) {
    return new BlockPatch(
        NOTHING.roles(), NOTHING.users(), NOTHING.teams(), Optional.of(owned), NOTHING.policy());
  }

  static PermissionsPatch operation(EntityOperation operation, BlockPatch patch) {
    return of("entities." + operation.actionName(), patch);
  }

  static PermissionsPatch property(String name, BlockPatch patch) {
    return of("entities.updateProperties." + name, patch);
  }

  static PermissionsPatch relation(String name, BlockPatch patch) {
    return of("entities.updateRelations." + name, patch);
  }

  private static PermissionsPatch of(String key, BlockPatch patch) {
    return new PermissionsPatch(Map.of(key, patch), false, List.of());
  }

  /** A document of the example's blueprint after a change. */
  static BlueprintPermissions applied(
      PermissionsPatch patch,
      BlueprintPermissions document,
      Function<String, Optional<String>> binding) {
    return (BlueprintPermissions) patch.applied(document, defaults(), binding);
  }

  /** The defaults after these changes; every team is known by the name it is sent under. */
  static BlueprintPermissions after(PermissionsPatch... patches) {
    BlueprintPermissions document = defaults();
    for (PermissionsPatch patch : patches) {
      document = applied(patch, document, Optional::of);
    }
    return document;
  }
}
