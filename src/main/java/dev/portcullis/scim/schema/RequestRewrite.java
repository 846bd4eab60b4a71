package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.dialect.SentOperation;
import dev.portcullis.scim.dialect.SentOperation.Target;
import dev.portcullis.scim.dialect.SentValue;
import dev.portcullis.scim.dialect.SentValue.Place;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Leads every value of a body past the client's dialect, which may rewrite it, before the ordinary
 * path sees it. What the schema says of an attribute is looked up; nothing is checked here.
 */
public record RequestRewrite(ResourceSchema schema, Reading reading, RequestNotes notes) {

  private static final Set<String> WITHOUT_DEFINITION = Set.of("schemas");

  /**
   * Rewrites a resource in place.
   *
   * @throws ScimFault if the dialect refuses what is in it
   */
  public void resource(ObjectNode resource) {
    attributes(resource, schema);
  }

  /**
   * The patch as the ordinary path is to see it.
   *
   * @throws ScimFault if the dialect refuses what is in it, or a path cannot be read
   */
  public PatchMessage patch(PatchMessage patch) {
    return new PatchMessage(patch.operations().stream().map(this::operation).toList());
  }

  /**
   * Takes note of a URN among a body's {@code schemas} that is none of the resource's.
   *
   * @throws ScimFault if the dialect refuses it
   */
  public void unknownSchema(String urn) {
    SentValue sent = new SentValue(urn, Optional.empty(), StringNode.valueOf(urn), Place.ELEMENT);
    if (!reading.take(sent, notes).isLeftOut()) {
      reading.leaveOut(urn, notes);
    }
  }

  private Operation operation(Operation operation) {
    if (operation.path().isEmpty()) {
      reading.take(new SentOperation(operation, Target.NOTHING_NAMED), notes);
      return operation.withValue(pathless(operation.value()));
    }
    String path = operation.path().get();
    Optional<ResourceSchema> extension = schema.extensionAt(path);
    if (extension.isPresent()) {
      return operation.withValue(extension(operation.value(), extension.get()));
    }
    return AttributePath.find(path, schema)
        .map(target -> aimed(operation, target))
        .orElse(operation);
  }

  private Operation aimed(Operation operation, AttributePath target) {
    reading.take(new SentOperation(operation, target(target)), notes);
    return target.isOfTheServer() || takesAway(operation, target)
        ? operation
        : operation.withValue(
            value(target.meant(), target.name(), operation.value(), Place.OPERATION));
  }

  /** Null means nothing else where a value goes anyway, or where one does under a filter. */
  private static boolean takesAway(Operation operation, AttributePath target) {
    return operation.value().isNull()
        && (operation.type() == PatchOpType.REMOVE || target(target) != Target.LIST);
  }

  private static Target target(AttributePath path) {
    boolean whole = path.attribute().isMultiValued() && path.subAttribute().isEmpty();
    if (!whole) {
      return Target.OTHER;
    }
    return path.valueFilter().isPresent() ? Target.SELECTED_VALUES : Target.LIST;
  }

  /** Without a path the names of an object may themselves be paths. */
  private JsonNode pathless(JsonNode value) {
    if (value instanceof ObjectNode object) {
      each(
          object,
          name -> {
            Optional<ResourceSchema> extension = schema.extensionAt(name);
            if (extension.isPresent()) {
              return node -> extension(node, extension.get());
            }
            Optional<AttributePath> path = AttributePath.find(name, schema);
            boolean ofTheServer =
                name.equalsIgnoreCase("schemas") || path.filter(p -> p.isOfTheServer()).isPresent();
            return node ->
                ofTheServer
                    ? node
                    : property(path.map(AttributePath::meant), shown(path, name), node);
          });
    }
    return value;
  }

  private static String shown(Optional<AttributePath> path, String name) {
    return path.map(AttributePath::name).orElse(name);
  }

  private void attributes(ObjectNode object, ResourceSchema owner) {
    boolean whole = owner.urn().equals(schema.urn());
    each(
        object,
        name -> {
          Optional<ResourceSchema> extension = whole ? schema.extension(name) : Optional.empty();
          if (extension.isPresent()) {
            return node -> extension(node, extension.get());
          }
          if (whole && WITHOUT_DEFINITION.contains(name.toLowerCase(Locale.ROOT))) {
            return node -> node;
          }
          Optional<AttributeDefinition> known = owner.attribute(name);
          String shown = known.map(AttributeDefinition::getName).orElse(name);
          return node -> property(known, whole ? shown : owner.urn() + ":" + shown, node);
        });
  }

  private JsonNode extension(JsonNode value, ResourceSchema extension) {
    if (value instanceof ObjectNode object) {
      attributes(object, extension);
    }
    return value;
  }

  private void parts(ObjectNode object, AttributeDefinition parent, String path) {
    each(
        object,
        name -> {
          Optional<AttributeDefinition> part = ResourceSchema.subAttribute(parent, name);
          String shown = part.map(AttributeDefinition::getName).orElse(name);
          return node -> property(part, path + "." + shown, node);
        });
  }

  /** Puts in place of each property what comes of it; a missing node takes it away. */
  private static void each(ObjectNode object, Function<String, Function<JsonNode, JsonNode>> by) {
    for (String name : List.copyOf(object.propertyNames())) {
      JsonNode before = object.get(name);
      JsonNode after = by.apply(name).apply(before);
      if (after.isMissingNode()) {
        object.remove(name);
      } else if (after != before) {
        object.set(name, after);
      }
    }
  }

  private JsonNode property(Optional<AttributeDefinition> attribute, String path, JsonNode value) {
    return attribute.isPresent()
        ? value(attribute.get(), path, value, Place.PROPERTY)
        : reading.take(new SentValue(path, attribute, value, Place.PROPERTY), notes).value();
  }

  /** What only the server sets is passed over later, whatever it is. */
  private JsonNode value(AttributeDefinition attribute, String path, JsonNode value, Place place) {
    if (attribute.getMutability() == Mutability.READ_ONLY || value.isMissingNode()) {
      return value;
    }
    JsonNode taken = taken(attribute, path, value, place);
    if (taken instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, element(attribute, path, list.get(i)));
      }
      return list;
    }
    return taken.isMissingNode() ? taken : element(attribute, path, taken);
  }

  private JsonNode element(AttributeDefinition attribute, String path, JsonNode value) {
    JsonNode taken = taken(attribute, path, value, Place.ELEMENT);
    if (attribute.getType() == Type.COMPLEX && taken instanceof ObjectNode object) {
      parts(object, attribute, path);
    }
    return taken;
  }

  private JsonNode taken(AttributeDefinition attribute, String path, JsonNode value, Place place) {
    return reading.take(new SentValue(path, Optional.of(attribute), value, place), notes).value();
  }
}
