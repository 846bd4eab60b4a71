package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.messages.PatchOpType;
import dev.portcullis.directory.UserEdit;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.AttributeReader;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.UserDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a patch makes of a user. Everything in it is checked before the user is looked at:
 * operations on objects become operations on single attributes, in the schema's form.
 */
public final class UserPatch {

  private final ResourceSchema schema;
  private final UUID userId;
  private final Reading reading;
  private final RequestNotes notes;
  private final AttributeReader reader;
  private final List<UserPatchStep> steps = new ArrayList<>();

  private UserPatch(ResourceSchema schema, UUID userId, Reading reading, RequestNotes notes) {
    this.schema = schema;
    this.userId = userId;
    this.reading = reading;
    this.notes = notes;
    this.reader = new AttributeReader(reading, notes);
  }

  /**
   * The edit that a patch asks for.
   *
   * @throws ScimFault if any of its operations cannot be meant; none counts then. The edit itself
   *     throws it if an operation finds nothing to change.
   */
  public static UserEdit edit(
      PatchMessage patch, ResourceSchema schema, UUID userId, Reading reading, RequestNotes notes) {
    UserPatch read = new UserPatch(schema, userId, reading, notes);
    patch.operations().forEach(read::take);
    List<UserPatchStep> steps = List.copyOf(read.steps);
    return current -> {
      ObjectNode user = UserDocument.write(current);
      steps.forEach(step -> step.apply(user));
      return UserDocument.read(user, read.reader, schema);
    };
  }

  private void take(Operation operation) {
    if (operation.path().isEmpty()) {
      if (operation.type() == PatchOpType.REMOVE) {
        throw ScimFault.noTarget("operation " + operation.number() + ": `remove` needs a `path`");
      }
      reading.passPathless(operation.number());
      takeProperties(operation, "");
      return;
    }
    String path = operation.path().get();
    Optional<ResourceSchema> extension = extension(path);
    if (extension.isPresent()) {
      takeExtension(operation, extension.get());
    } else {
      takeNamed(operation, AttributePath.find(path, schema).orElseThrow(() -> absent(operation)));
    }
  }

  private Optional<ResourceSchema> extension(String path) {
    return schema.extension(path.endsWith(":") ? path.substring(0, path.length() - 1) : path);
  }

  private static ScimFault absent(Operation operation) {
    return ScimFault.invalidPath(
        "operation " + operation.number() + ": users have no attribute of that path");
  }

  private void takeExtension(Operation operation, ResourceSchema extension) {
    boolean cleared =
        operation.type() == PatchOpType.REMOVE
            || (operation.type() == PatchOpType.REPLACE && operation.isWithoutValue());
    if (cleared) {
      extension.definition().getAttributes().stream()
          .map(attribute -> extension.urn() + ":" + attribute.getName())
          .flatMap(path -> AttributePath.find(path, schema).stream())
          .forEach(path -> steps.add(UserPatchStep.remove(operation.number(), path)));
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
      String name = prefix + property.getKey();
      Operation part = operation.on(name, property.getValue());
      Optional<ResourceSchema> extension = extension(name);
      Optional<AttributePath> path =
          extension.isPresent() ? Optional.empty() : AttributePath.find(name, schema);
      if (extension.isPresent()) {
        takeExtension(part, extension.get());
      } else if (path.isEmpty()) {
        reading.leaveOut(name, notes);
      } else if (path.get().isId() || !path.get().isOfTheServer()) {
        takeNamed(part, path.get());
      }
    }
  }

  private void takeNamed(Operation operation, AttributePath path) {
    if (path.isId()) {
      requireSameId(operation);
    } else if (path.isOfTheServer()) {
      throw ScimFault.mutability("`" + path.name() + "` is set by the server: leave it out");
    } else if (path.meansOneComplexValue() && operation.value() instanceof ObjectNode) {
      takeProperties(operation, path.name() + ".");
    } else {
      UserPatchStep.of(operation, path, reader).ifPresent(steps::add);
    }
  }

  private void requireSameId(Operation operation) {
    if (!userId.toString().equalsIgnoreCase(operation.value().asString(""))) {
      throw ScimFault.mutability(
          "`id` cannot be changed: leave it out, or send the id of the user");
    }
  }
}
