package dev.portcullis.api;

import dev.portcullis.access.PermissionBlock;
import dev.portcullis.access.PermissionOwner;
import dev.portcullis.access.PermissionsPatch;
import dev.portcullis.access.configuration.Configuration;
import dev.portcullis.access.configuration.ConfigurationImport;
import dev.portcullis.access.configuration.ConfigurationItem;
import dev.portcullis.access.configuration.ConfigurationItem.OfPermissions;
import dev.portcullis.access.configuration.ConfigurationKind;
import dev.portcullis.access.configuration.ConfigurationReference;
import dev.portcullis.access.configuration.ConfigurationRemark;
import dev.portcullis.attribute.AttributeSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a configuration file. Finds everything that cannot be read at once, and knows where in the
 * file everything else stands. Each thing is written as its own route takes it.
 */
final class ConfigurationReader {

  /** The only form that there is so far. */
  static final int VERSION = 1;

  private static final Set<String> MEMBERS =
      Set.of(
          "version",
          "applications",
          "connections",
          "scimSchemas",
          "blueprints",
          "actions",
          "pages",
          "groupRules",
          "permissions");

  private final RequestBodies bodies;
  private final List<String> problems = new ArrayList<>();
  private final Map<ConfigurationKind, List<ConfigurationItem>> parts =
      new EnumMap<>(ConfigurationKind.class);
  private final Map<ConfigurationReference, String> places = new HashMap<>();
  private final Set<ConfigurationReference> unread = new HashSet<>();

  private ConfigurationReader(RequestBodies bodies) {
    this.bodies = bodies;
  }

  static ConfigurationReader of(JsonNode file, RequestBodies bodies) {
    if (!file.isObject()) {
      throw RequestFault.invalid("the body must be an object");
    }
    ConfigurationReader reader = new ConfigurationReader(bodies);
    reader.read(file);
    return reader;
  }

  /** What to bring about. */
  ConfigurationImport order(boolean prune, boolean dryRun) {
    return new ConfigurationImport(
        new Configuration(parts), unread, problems.isEmpty(), prune, dryRun);
  }

  /** What cannot be read. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** A remark in words that name the place in the file. */
  String inWords(ConfigurationRemark remark) {
    String place = places.get(remark.about());
    return place == null
        ? ConfigurationSection.unlocated(remark.about(), remark.message())
        : ConfigurationSection.located(place, remark.message());
  }

  private void read(JsonNode file) {
    only("", file, MEMBERS);
    if (!file.path("version").isInt() || file.path("version").intValue() != VERSION) {
      problems.add("`version` must be %d".formatted(VERSION));
    }
    ItemForm.all(bodies).forEach(form -> list(file, form));
    permissions(file.path("permissions"));
  }

  private void list(JsonNode file, ItemForm form) {
    String section = ConfigurationSection.of(form.kind());
    JsonNode list = file.path(section);
    if (list.isMissingNode()) {
      return;
    }
    if (!list.isArray()) {
      problems.add("`%s` must be a list; leave it out to say nothing of it".formatted(section));
      return;
    }
    parts.put(form.kind(), new ArrayList<>());
    for (int i = 0; i < list.size(); i++) {
      item(form, section + "[" + i + "]", list.get(i));
    }
  }

  private void item(ItemForm form, String place, JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      problems.add("`%s` must be an object".formatted(place));
      return;
    }
    RepeatedReading.of(
            object,
            form.sound(),
            form.reading(),
            problem -> problems.add(ConfigurationSection.located(place, problem)))
        .ifPresentOrElse(
            item -> add(item, place, "." + form.naming()), () -> unread.add(reference(form, node)));
  }

  private static ConfigurationReference reference(ItemForm form, JsonNode node) {
    String name = node.path(form.naming()).asString("");
    return new ConfigurationReference(
        form.kind(),
        form.kind() == ConfigurationKind.SCIM_SCHEMA ? AttributeSchema.key(name) : name);
  }

  /** Keeps what was read, unless its name was there already. */
  private void add(ConfigurationItem item, String place, String naming) {
    String before = places.putIfAbsent(item.reference(), place);
    if (before != null) {
      problems.add(
          "`%s%s` is that of `%s`, too; each must be named once".formatted(place, naming, before));
    } else {
      parts.computeIfAbsent(item.kind(), _ -> new ArrayList<>()).add(item);
    }
  }

  private void permissions(JsonNode node) {
    if (node.isMissingNode() || !isObject("permissions", node)) {
      return;
    }
    only("permissions.", node, Set.of("blueprints", "actions", "pages"));
    permissions(
        ConfigurationKind.BLUEPRINT_PERMISSIONS,
        node.path("blueprints"),
        PermissionOwner::blueprint,
        document -> PermissionsReader.ofBlueprint(document, true));
    permissions(
        ConfigurationKind.ACTION_PERMISSIONS,
        node.path("actions"),
        PermissionOwner::action,
        document -> PermissionsReader.ofScopes(document, true, ActionPermissionsController.SCOPES));
    permissions(
        ConfigurationKind.PAGE_PERMISSIONS,
        node.path("pages"),
        PermissionOwner::page,
        document -> PermissionsReader.ofScopes(document, true, PagePermissionsController.SCOPES));
  }

  private void permissions(
      ConfigurationKind kind,
      JsonNode documents,
      Function<String, PermissionOwner> owner,
      Function<JsonNode, PermissionsPatch> reading) {
    String section = ConfigurationSection.of(kind);
    if (documents.isMissingNode() || !isObject(section, documents)) {
      return;
    }
    parts.put(kind, new ArrayList<>());
    documents
        .propertyStream()
        .filter(document -> isObject(section + "." + document.getKey(), document.getValue()))
        .forEach(document ->
            document(
                section + "." + document.getKey(),
                owner.apply(document.getKey()),
                reading.apply(document.getValue())));
  }

  private void document(String place, PermissionOwner owner, PermissionsPatch patch) {
    patch
        .malformed()
        .forEach(problem -> problems.add(ConfigurationSection.located(place, problem)));
    Map<String, PermissionBlock> blocks = new LinkedHashMap<>();
    patch.blocks().forEach((key, block) -> blocks.put(key, block.whole()));
    add(new OfPermissions(owner, blocks), place, "");
  }

  private boolean isObject(String place, JsonNode node) {
    if (!node.isObject()) {
      problems.add("`%s` must be an object; leave it out to say nothing of it".formatted(place));
    }
    return node.isObject();
  }

  private void only(String prefix, JsonNode object, Set<String> known) {
    object
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name))
        .map(name -> "`%s%s` is not a property here; remove it".formatted(prefix, name))
        .forEach(problems::add);
  }
}
