package dev.portcullis.api;

import dev.portcullis.access.configuration.ConfigurationItem;
import dev.portcullis.access.configuration.ConfigurationItem.OfApplication;
import dev.portcullis.access.configuration.ConfigurationItem.OfBlueprint;
import dev.portcullis.access.configuration.ConfigurationItem.OfConnection;
import dev.portcullis.access.configuration.ConfigurationItem.OfGroupRule;
import dev.portcullis.access.configuration.ConfigurationItem.OfPortal;
import dev.portcullis.access.configuration.ConfigurationItem.OfSchema;
import dev.portcullis.access.configuration.ConfigurationKind;
import dev.portcullis.catalog.PortalObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one kind of thing is written in a file: as its own route takes it.
 *
 * @param naming the member that holds its name
 * @param sound what must be there, as it could be: this takes the place of what is wrong, so that
 *     reading can go on and find what else is
 */
record ItemForm(
    ConfigurationKind kind,
    String naming,
    JsonNode sound,
    Function<JsonNode, ConfigurationItem> reading) {

  private ItemForm(
      ConfigurationKind kind,
      String naming,
      String sound,
      Function<JsonNode, ConfigurationItem> reading) {
    this(kind, naming, JsonMapper.shared().readTree(sound), reading);
  }

  /** All whose section is a list. */
  static List<ItemForm> all(RequestBodies bodies) {
    return List.of(
        new ItemForm(
            ConfigurationKind.APPLICATION,
            "name",
            "{\"name\":\"x\",\"region\":\"eu\",\"redirectUris\":[]}",
            node -> new OfApplication(bodies.as(ApplicationFields.class, node).settings())),
        new ItemForm(
            ConfigurationKind.CONNECTION,
            "name",
            "{\"name\":\"x\",\"issuer\":\"x\",\"clientId\":\"x\"}",
            node -> connection(bodies, node)),
        new ItemForm(
            ConfigurationKind.SCIM_SCHEMA,
            "id",
            "{\"id\":\"x\",\"name\":\"x\",\"resourceType\":\"User\",\"attributes\":[]}",
            node -> new OfSchema(bodies.as(ScimSchemaRequest.class, node).schema())),
        new ItemForm(
            ConfigurationKind.BLUEPRINT,
            "identifier",
            "{\"identifier\":\"x\",\"title\":\"x\",\"schema\":{\"properties\":{}}}",
            node -> new OfBlueprint(bodies.as(BlueprintRequest.class, node).definition())),
        new ItemForm(
            ConfigurationKind.ACTION,
            "identifier",
            "{\"identifier\":\"x\"}",
            node -> portal(PortalObject.Kind.ACTION, node)),
        new ItemForm(
            ConfigurationKind.PAGE,
            "identifier",
            "{\"identifier\":\"x\"}",
            node -> portal(PortalObject.Kind.PAGE, node)),
        new ItemForm(
            ConfigurationKind.GROUP_RULE,
            "identifier",
            "{\"identifier\":\"x\",\"title\":\"x\",\"connections\":[],"
                + "\"groups\":{\"type\":\"EQUALS\",\"value\":\"x\"},\"grant\":{\"role\":\"Member\"}}",
            node -> new OfGroupRule(bodies.as(GroupRuleFields.class, node).draft())));
  }

  private static ConfigurationItem connection(RequestBodies bodies, JsonNode node) {
    if (node.has("clientSecret")) {
      throw RequestFault.invalid(
          "clientSecret",
          "`clientSecret` does not belong into a file; leave it out, and set it by"
              + " `PATCH /v1/connections/{name}`");
    }
    return new OfConnection(bodies.as(ConnectionFields.class, node).settings());
  }

  private static ConfigurationItem portal(PortalObject.Kind kind, JsonNode node) {
    Map<String, Object> document = PortalObjectRequest.whole(node);
    return new OfPortal(kind, PortalObjectRequest.identifier(document), document);
  }
}
