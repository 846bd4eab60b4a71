package dev.portcullis.api;

import dev.portcullis.access.PermissionBlock;
import dev.portcullis.access.configuration.Configuration;
import dev.portcullis.access.configuration.ConfigurationItem;
import dev.portcullis.access.configuration.ConfigurationItem.OfApplication;
import dev.portcullis.access.configuration.ConfigurationItem.OfBlueprint;
import dev.portcullis.access.configuration.ConfigurationItem.OfConnection;
import dev.portcullis.access.configuration.ConfigurationItem.OfGroupRule;
import dev.portcullis.access.configuration.ConfigurationItem.OfPermissions;
import dev.portcullis.access.configuration.ConfigurationItem.OfPortal;
import dev.portcullis.access.configuration.ConfigurationItem.OfSchema;
import dev.portcullis.access.configuration.ConfigurationKind;
import dev.portcullis.connection.ConnectionSettings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A configuration as a file that Git can show differences of: a line for each value, members in a
 * fixed order, things by name, nothing that changes by itself.
 */
final class ConfigurationRepresentation {

  private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

  /** What only the server knows of a blueprint. */
  private static final List<String> PROVENANCE =
      List.of("createdAt", "createdBy", "updatedAt", "updatedBy");

  private static final List<String> MOSTLY_EMPTY =
      List.of("mirrorProperties", "calculationProperties", "aggregationProperties");

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private ConfigurationRepresentation() {}

  /** The file, indented as {@code jq} does it. */
  static byte[] file(Configuration configuration) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    return (JSON.writer().with(printer).writeValueAsString(of(configuration)) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> of(Configuration configuration) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", ConfigurationReader.VERSION);
    Map<String, Object> permissions = new LinkedHashMap<>();
    for (ConfigurationKind kind : ConfigurationKind.values()) {
      List<ConfigurationItem> items = configuration.of(kind);
      String section = ConfigurationSection.of(kind);
      if (section.startsWith("permissions.")) {
        permissions.put(section.substring("permissions.".length()), byIdentifier(items));
      } else {
        file.put(section, items.stream().map(ConfigurationRepresentation::of).toList());
      }
    }
    file.put("permissions", permissions);
    return file;
  }

  private static Map<String, Object> byIdentifier(List<ConfigurationItem> items) {
    Map<String, Object> documents = new LinkedHashMap<>();
    items.forEach(item -> documents.put(item.identifier(), of(item)));
    return documents;
  }

  /** One thing as it stands in the file. */
  static Map<String, Object> of(ConfigurationItem item) {
    return switch (item) {
      case OfApplication(var settings) -> settings.told();
      case OfConnection(var settings) -> connection(settings);
      case OfSchema(var schema) -> JSON.convertValue(ScimSchemaRepresentation.of(schema), TREE);
      case OfBlueprint(var definition) ->
          blueprint(JSON.convertValue(BlueprintRepresentation.of(definition), TREE));
      case OfPortal(_, _, var document) -> document;
      case OfGroupRule(var draft) ->
          JSON.convertValue(GroupRulesController.GroupRuleRepresentation.of(draft), TREE);
      case OfPermissions(_, var blocks) -> nested(blocks(blocks));
    };
  }

  /** The fields of one thing, for comparison with another; of permissions, the blocks. */
  static Map<String, Object> fields(ConfigurationItem item) {
    return item instanceof OfPermissions(_, var blocks) ? blocks(blocks) : of(item);
  }

  private static Map<String, Object> connection(ConnectionSettings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", settings.name());
    fields.put("issuer", settings.issuer());
    fields.put("clientId", settings.clientId());
    fields.put("groupsClaim", settings.claim().name());
    fields.put("groupFilter", GroupFilterRepresentation.of(settings.claim().filter()));
    fields.put("dialect", ConnectionFields.wireName(settings.dialect()));
    fields.put("provisioning", settings.provisioning().wireName());
    fields.put("scopes", settings.scopes());
    settings.application().ifPresent(name -> fields.put("application", name));
    fields.put("absentClaim", settings.claim().absent().name());
    settings.claim().separator().ifPresent(text -> fields.put("claimSeparator", text));
    fields.put("claimCovers", settings.claim().covers());
    fields.put("enabled", settings.enabled());
    fields.put("sessionIdle", Durations.inDays(settings.sessionIdle()));
    fields.put("sessionMax", Durations.inDays(settings.sessionMax()));
    return fields;
  }

  private static Map<String, Object> blueprint(Map<String, Object> represented) {
    represented.keySet().removeAll(PROVENANCE);
    MOSTLY_EMPTY.forEach(field -> represented.remove(field, Map.of()));
    return represented;
  }

  private static Map<String, Object> blocks(Map<String, PermissionBlock> blocks) {
    Map<String, Object> represented = new LinkedHashMap<>();
    blocks.forEach((key, block) -> {
      boolean mayBeOwned = key.startsWith("entities.") || key.equals("execute");
      represented.put(key, PermissionsRepresentation.block(block, mayBeOwned));
    });
    return represented;
  }

  /** Blocks in the objects that their keys name, such as {@code entities.updateProperties.x}. */
  private static Map<String, Object> nested(Map<String, Object> blocks) {
    Map<String, Object> document = new LinkedHashMap<>();
    blocks.forEach((key, block) -> {
      Map<String, Object> into = document;
      // A name of a property may hold dots, so that no more than two steps are taken.
      String[] steps = key.split("\\.", 3);
      for (int i = 0; i < steps.length - 1; i++) {
        into = within(into, steps[i]);
      }
      into.put(steps[steps.length - 1], block);
    });
    return document;
  }

  @SuppressWarnings("unchecked") // Nothing else is put there under such a name.
  private static Map<String, Object> within(Map<String, Object> outer, String name) {
    return (Map<String, Object>) outer.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }
}
