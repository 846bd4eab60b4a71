package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.utils.JsonUtils;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.AttributeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One change of one attribute of a user, in the schema's form. */
record UserPatchStep(int number, PatchOpType type, AttributePath path, Optional<JsonNode> value) {

  private static final String PRIMARY = "primary";

  /**
   * The step that an operation on one attribute means, its value in the schema's form. Adding
   * nothing, and setting a password, means none; replacing by nothing removes (RFC 7643 §2.5).
   */
  static Optional<UserPatchStep> of(
      Operation operation, AttributePath path, AttributeReader reader) {
    if (path.valueFilter().isPresent() && !path.attribute().isMultiValued()) {
      throw ScimFault.invalidPath("`" + path.name() + "` has one value only: use no filter");
    }
    if (path.attribute().getMutability() == Mutability.WRITE_ONLY) {
      return Optional.empty();
    }
    if (operation.type() == PatchOpType.REMOVE || operation.isWithoutValue()) {
      return cleared(operation, path);
    }
    return value(operation, path, reader)
        .map(value ->
            new UserPatchStep(
                operation.number(),
                operation.type(),
                path,
                Optional.of(JsonUtils.valueToNode(value))));
  }

  private static Optional<UserPatchStep> cleared(Operation operation, AttributePath path) {
    if (operation.type() == PatchOpType.ADD) {
      return Optional.empty();
    }
    if (path.attribute().isRequired()) {
      throw ScimFault.mutability("`" + path.name() + "` is required and cannot be removed");
    }
    return Optional.of(remove(operation.number(), path));
  }

  private static Optional<Object> value(
      Operation operation, AttributePath path, AttributeReader reader) {
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

  static UserPatchStep remove(int number, AttributePath path) {
    return new UserPatchStep(number, PatchOpType.REMOVE, path, Optional.empty());
  }

  void apply(ObjectNode user) {
    try {
      requireValues(user);
      List<JsonNode> primaries = primaries(user);
      operation(user).apply(user);
      demote(user, primaries);
    } catch (ScimException _) {
      throw noTarget();
    }
  }

  /** A part of all values is set where there are values, and makes none. */
  private void requireValues(ObjectNode user) throws ScimException {
    boolean partOfAll = path.attribute().isMultiValued() && path.subAttribute().isPresent();
    boolean sets = type != PatchOpType.REMOVE && path.valueFilter().isEmpty();
    if (partOfAll && sets && !JsonUtils.pathExists(withoutPart(), user)) {
      throw noTarget();
    }
  }

  private ScimFault noTarget() {
    return ScimFault.noTarget(
        "operation " + number + ": no value of `" + path.name() + "` is there to be changed");
  }

  private PatchOperation operation(ObjectNode user) throws ScimException {
    return value.isPresent()
        ? PatchOperation.create(typeFor(user), path.toPath(), value.get())
        : PatchOperation.remove(path.toPath());
  }

  /** Adding a part to values that exist replaces that part of them. */
  private PatchOpType typeFor(ObjectNode user) throws ScimException {
    boolean exists = path.valueFilter().isPresent() && JsonUtils.pathExists(withoutPart(), user);
    return type == PatchOpType.ADD && exists ? PatchOpType.REPLACE : type;
  }

  private Path withoutPart() {
    return new AttributePath(
            path.extension(), path.attribute(), path.valueFilter(), Optional.empty())
        .toPath();
  }

  /** Who becomes primary takes it from who was: only one value is (RFC 7644 §3.5.2). */
  private void demote(ObjectNode user, List<JsonNode> before) throws ScimException {
    List<ObjectNode> after = primaryValues(user);
    if (after.size() > 1) {
      after.stream().filter(before::contains).forEach(value -> value.remove(PRIMARY));
    }
  }

  private List<JsonNode> primaries(ObjectNode user) throws ScimException {
    List<JsonNode> copies = new ArrayList<>();
    primaryValues(user).forEach(value -> copies.add(value.deepCopy()));
    return copies;
  }

  private List<ObjectNode> primaryValues(ObjectNode user) throws ScimException {
    List<ObjectNode> found = new ArrayList<>();
    Path all =
        new AttributePath(path.extension(), path.attribute(), Optional.empty(), Optional.empty())
            .toPath();
    for (JsonNode value : JsonUtils.getValue(all, user)) {
      if (value instanceof ObjectNode object && object.path(PRIMARY).asBoolean(false)) {
        found.add(object);
      }
    }
    return found;
  }
}
