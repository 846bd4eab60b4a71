package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import com.unboundid.scim2.common.utils.JsonUtils;
import dev.portcullis.directory.UserEdit;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.AttributeReader;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.ResourceSchemas;
import dev.portcullis.scim.schema.UserDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a patch of a user. Everything in it is checked before the user is looked at: operations on
 * objects become operations on attributes, and values are brought into the schema's form.
 */
public final class UserPatch {

  private static final ResourceSchema SCHEMA = ResourceSchemas.USER;

  private final UUID userId;
  private final Reading reading;
  private final RequestNotes notes;
  private final AttributeReader reader;
  private final List<UserPatchStep> steps = new ArrayList<>();

  private UserPatch(UUID userId, Reading reading, RequestNotes notes) {
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
      PatchMessage patch, UUID userId, Reading reading, RequestNotes notes) {
    UserPatch read = new UserPatch(userId, reading, notes);
    patch.operations().forEach(read::take);
    List<UserPatchStep> steps = List.copyOf(read.steps);
    return current -> {
      ObjectNode user = UserDocument.write(current);
      steps.forEach(step -> step.apply(user));
      return UserDocument.read(user, read.reader);
    };
  }

  private void take(Operation operation) {
    Optional<ResourceSchema> extension = operation.path().flatMap(UserPatch::extension);
    if (operation.path().isEmpty()) {
      takePathless(operation);
    } else if (extension.isPresent()) {
      takeExtension(operation, extension.get());
    } else {
      String path = operation.path().get();
      takeWritten(operation, AttributePath.find(path, SCHEMA).orElseThrow(() -> absent(operation)));
    }
  }

  private static Optional<ResourceSchema> extension(String path) {
    return SCHEMA.extension(path.endsWith(":") ? path.substring(0, path.length() - 1) : path);
  }

  private static ScimFault absent(Operation operation) {
    return ScimFault.invalidPath(
        "operation " + operation.number() + ": users have no attribute of that path");
  }

  private void takePathless(Operation operation) {
    if (operation.type() == PatchOpType.REMOVE) {
      throw ScimFault.noTarget("operation " + operation.number() + ": `remove` needs a `path`");
    }
    reading.passPathless(operation.number());
    for (Map.Entry<String, JsonNode> property : object(operation).properties()) {
      Operation part = operation.on(property.getKey(), property.getValue());
      Optional<ResourceSchema> extension = extension(property.getKey());
      if (extension.isPresent()) {
        takeExtension(part, extension.get());
      } else {
        takeNamed(part, property.getKey());
      }
    }
  }

  private void takeExtension(Operation operation, ResourceSchema extension) {
    if (operation.type() == PatchOpType.REMOVE || operation.value().isNull()) {
      extension.definition().getAttributes().stream()
          .map(attribute -> extension.urn() + ":" + attribute.getName())
          .flatMap(path -> AttributePath.find(path, SCHEMA).stream())
          .forEach(path -> steps.add(UserPatchStep.remove(operation.number(), path)));
      return;
    }
    for (Map.Entry<String, JsonNode> property : object(operation).properties()) {
      String path = extension.urn() + ":" + property.getKey();
      takeNamed(operation.on(path, property.getValue()), path);
    }
  }

  private static ObjectNode object(Operation operation) {
    if (operation.value() instanceof ObjectNode object) {
      return object;
    }
    throw ScimFault.invalidValue(
        "operation "
            + operation.number()
            + " names no single attribute, so its `value` must be an"
            + " object");
  }

  /** What stands in an object under a name: the server's own attributes are passed over there. */
  private void takeNamed(Operation operation, String name) {
    Optional<AttributePath> path = AttributePath.find(name, SCHEMA);
    if (path.isEmpty()) {
      reading.leaveOut(name, notes);
    } else if (isId(path.get()) || !isOfTheServer(path.get())) {
      takeWritten(operation, path.get());
    }
  }

  private void takeWritten(Operation operation, AttributePath path) {
    if (isId(path)) {
      requireSameId(operation);
    } else if (isOfTheServer(path)) {
      throw ScimFault.mutability("`" + path.name() + "` is set by the server: leave it out");
    } else if (path.valueFilter().isPresent() && !path.attribute().isMultiValued()) {
      throw ScimFault.invalidPath("`" + path.name() + "` has one value only: use no filter");
    } else if (path.attribute().getMutability() != Mutability.WRITE_ONLY) {
      change(operation, path);
    }
  }

  private static boolean isId(AttributePath path) {
    return path.extension().isEmpty() && path.attribute().getName().equals("id");
  }

  private static boolean isOfTheServer(AttributePath path) {
    return path.attribute().getName().equals("schemas")
        || path.attribute().getMutability() == Mutability.READ_ONLY
        || path.meant().getMutability() == Mutability.READ_ONLY;
  }

  private void requireSameId(Operation operation) {
    if (!userId.toString().equalsIgnoreCase(operation.value().asString(""))) {
      throw ScimFault.mutability(
          "`id` cannot be changed: leave it out, or send the id of the user");
    }
  }

  private void change(Operation operation, AttributePath path) {
    if (operation.type() == PatchOpType.REMOVE || operation.isWithoutValue()) {
      clear(operation, path);
      return;
    }
    boolean isPlainComplex =
        path.meant().getType() == Type.COMPLEX && !path.attribute().isMultiValued();
    if (isPlainComplex) {
      changeParts(operation, path);
    } else {
      value(operation, path)
          .map(JsonUtils::<JsonNode>valueToNode)
          .ifPresent(value -> steps.add(new UserPatchStep(operation, path, value)));
    }
  }

  /** Adding nothing changes nothing; replacing by nothing removes (RFC 7643 §2.5). */
  private void clear(Operation operation, AttributePath path) {
    if (operation.type() == PatchOpType.ADD) {
      return;
    }
    if (path.attribute().isRequired()) {
      throw ScimFault.mutability("`" + path.name() + "` is required and cannot be removed");
    }
    steps.add(UserPatchStep.remove(operation.number(), path));
  }

  /** Parts that are not named stay as they are (RFC 7644 §3.5.2.3). */
  private void changeParts(Operation operation, AttributePath path) {
    for (Map.Entry<String, JsonNode> property : object(operation).properties()) {
      String name = path.name() + "." + property.getKey();
      takeNamed(operation.on(name, property.getValue()), name);
    }
  }

  private Optional<Object> value(Operation operation, AttributePath path) {
    JsonNode sent = operation.value();
    if (path.subAttribute().isPresent() || !path.attribute().isMultiValued()) {
      return reader.value(path.meant(), path.name(), sent);
    }
    if (path.valueFilter().isPresent()) {
      return reader.element(path.attribute(), path.name(), sent);
    }
    return sent.isArray()
        ? reader.value(path.attribute(), path.name(), sent)
        : reader.element(path.attribute(), path.name(), sent).map(List::of);
  }
}
