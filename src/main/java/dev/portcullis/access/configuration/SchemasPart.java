package dev.portcullis.access.configuration;

import dev.portcullis.access.configuration.ConfigurationItem.OfSchema;
import dev.portcullis.directory.AttributeSchemaOutcome;
import dev.portcullis.directory.AttributeSchemas;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SCIM schemas that an organization declares. */
final class SchemasPart extends ConfigurationPart<OfSchema> {

  private final AttributeSchemas schemas;

  SchemasPart(AttributeSchemas schemas) {
    super(ConfigurationKind.SCIM_SCHEMA, OfSchema.class);
    this.schemas = schemas;
  }

  @Override
  List<OfSchema> present(UUID organizationId) {
    return schemas.all(organizationId).stream().map(OfSchema::new).toList();
  }

  /** A URN keeps the spelling that it was declared with. */
  @Override
  OfSchema settled(UUID organizationId, OfSchema sent, Optional<OfSchema> before) {
    return before.map(kept -> new OfSchema(sent.schema().spelled(kept.identifier()))).orElse(sent);
  }

  @Override
  Applied create(ImportRun run, OfSchema item) {
    return applied(schemas.declare(run.caller(), item.schema()));
  }

  @Override
  Applied change(ImportRun run, OfSchema before, OfSchema after) {
    return applied(schemas.replace(run.caller(), after.schema()));
  }

  @Override
  Applied remove(ImportRun run, OfSchema item) {
    return applied(schemas.delete(run.caller(), item.identifier()));
  }

  private static Applied applied(AttributeSchemaOutcome outcome) {
    return switch (outcome) {
      case AttributeSchemaOutcome.Stored _, AttributeSchemaOutcome.Deleted _ -> Applied.DONE;
      case AttributeSchemaOutcome.NotFound _ -> Applied.refused("is gone meanwhile; import again");
      case AttributeSchemaOutcome.Taken(String urn) ->
          Applied.refused(
              "`id` could be mistaken for `%s`, which is declared already".formatted(urn));
      case AttributeSchemaOutcome.InUse(var paths, long holders) ->
          Applied.refused(
              "would lose values that %d users or groups have%s; remove these over SCIM first"
                  .formatted(holders, paths.isEmpty() ? "" : " of " + attributes(paths)));
      case AttributeSchemaOutcome.Rejected(List<String> problems) -> Applied.refused(problems);
    };
  }

  private static String attributes(List<List<String>> paths) {
    return "`" + String.join("`, `", paths.stream().map(p -> String.join(".", p)).toList()) + "`";
  }
}
