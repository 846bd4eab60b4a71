package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.messages.PatchOpType;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.RequestRewrite;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Breaks a patch down to operations on one attribute each: those without a path, on an extension,
 * and on a complex attribute with one value name several. What only the server sets is passed over
 * within an object, and refused where a path names it.
 *
 * @param each is handed every operation on an attribute that clients may change
 */
record SingleOperations(
    ResourceSchema schema,
    UUID resourceId,
    Reading reading,
    RequestNotes notes,
    BiConsumer<Operation, AttributePath> each) {

  /**
   * Goes through a patch, in its order.
   *
   * @throws ScimFault if an operation cannot be meant
   */
  void of(PatchMessage patch) {
    new RequestRewrite(schema, reading, notes).patch(patch).operations().forEach(this::take);
  }

  private void take(Operation operation) {
    if (operation.path().isEmpty()) {
      if (operation.type() == PatchOpType.REMOVE) {
        throw ScimFault.noTarget("operation " + operation.number() + ": `remove` needs a `path`");
      }
      takeProperties(operation, "");
      return;
    }
    String path = operation.path().get();
    Optional<ResourceSchema> extension = schema.extensionAt(path);
    if (extension.isPresent()) {
      takeExtension(operation, extension.get());
    } else {
      takeNamed(operation, AttributePath.find(path, schema).orElseThrow(() -> absent(operation)));
    }
  }

  private ScimFault absent(Operation operation) {
    return ScimFault.invalidPath(
        "operation "
            + operation.number()
            + ": the schema "
            + schema.definition().getName()
            + " and its extensions have no attribute of that path");
  }

  private void takeExtension(Operation operation, ResourceSchema extension) {
    boolean cleared =
        operation.type() == PatchOpType.REMOVE
            || (operation.type() == PatchOpType.REPLACE && operation.isWithoutValue());
    if (cleared) {
      extension.definition().getAttributes().stream()
          .map(attribute -> AttributePath.of(extension, attribute))
          .filter(path -> !path.isOfTheServer())
          .forEach(path -> each.accept(operation.asRemoval(path.name()), path));
    } else if (!operation.isWithoutValue()) {
      takeProperties(operation, extension.urn() + ":");
    }
  }

  /** Takes each attribute of an object; those of the server are passed over there. */
  private void takeProperties(Operation operation, String prefix) {
    if (!(operation.value() instanceof ObjectNode object)) {
      throw ScimFault.invalidValue(
          "operation "
              + operation.number()
              + " names no single attribute, so its `value` must be an object");
    }
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      takeProperty(operation.on(prefix + property.getKey(), property.getValue()));
    }
  }

  private void takeProperty(Operation part) {
    String name = part.path().orElseThrow();
    Optional<ResourceSchema> extension = schema.extensionAt(name);
    if (extension.isPresent()) {
      takeExtension(part, extension.get());
      return;
    }
    Optional<AttributePath> path = AttributePath.find(name, schema);
    if (path.isEmpty()) {
      reading.leaveOut(name, notes);
    } else if (path.get().isId() || !path.get().isOfTheServer()) {
      takeNamed(part, path.get());
    }
  }

  private void takeNamed(Operation operation, AttributePath path) {
    if (path.isId()) {
      requireSameId(operation);
    } else if (path.isOfTheServer()) {
      throw ScimFault.mutability("`" + path.name() + "` is set by the server: leave it out");
    } else if (isOnPartsOfOneValue(operation, path)) {
      takeProperties(operation, path.name() + ".");
    } else {
      each.accept(operation, path);
    }
  }

  private static boolean isOnPartsOfOneValue(Operation operation, AttributePath path) {
    return operation.type() != PatchOpType.REMOVE
        && path.meansOneComplexValue()
        && operation.value() instanceof ObjectNode;
  }

  private void requireSameId(Operation operation) {
    if (!resourceId.toString().equalsIgnoreCase(operation.value().asString(""))) {
      throw ScimFault.mutability(
          "`id` cannot be changed: leave it out, or send the id of the resource");
    }
  }
}
