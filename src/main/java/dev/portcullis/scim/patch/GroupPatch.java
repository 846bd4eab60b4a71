package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.messages.PatchOpType;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.MemberValues;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a patch says of a group. It is found without knowing the group, so that its cost depends on
 * the patch and not on how many members there are.
 */
public final class GroupPatch {

  private final ResourceSchema schema;
  private final UUID groupId;
  private final Reading reading;
  private final RequestNotes notes;
  private final ChangeList changes = new ChangeList();

  private GroupPatch(ResourceSchema schema, UUID groupId, Reading reading, RequestNotes notes) {
    this.schema = schema;
    this.groupId = groupId;
    this.reading = reading;
    this.notes = notes;
  }

  /**
   * The changes that a patch asks for, in its order.
   *
   * @throws ScimFault if any of its operations cannot be meant; none counts then
   */
  public static List<GroupChange> changes(
      PatchMessage patch,
      ResourceSchema schema,
      UUID groupId,
      Reading reading,
      RequestNotes notes) {
    GroupPatch read = new GroupPatch(schema, groupId, reading, notes);
    patch.operations().forEach(read::take);
    return read.changes.asList();
  }

  private void take(Operation operation) {
    if (operation.path().isEmpty()) {
      takePathless(operation);
      return;
    }
    String path = operation.path().get();
    AttributePath target =
        AttributePath.find(path, schema)
            .orElseThrow(() ->
                ScimFault.invalidPath(
                    "operation "
                        + operation.number()
                        + ": groups have no attribute of that path; displayName, externalId and"
                        + " members can be changed"));
    take(operation, target);
  }

  /** Okta renames a group so, and repeats the name and the {@code id} with every membership. */
  private void takePathless(Operation operation) {
    if (operation.type() == PatchOpType.REMOVE) {
      throw ScimFault.noTarget("operation " + operation.number() + ": `remove` needs a `path`");
    }
    reading.passPathless(operation.number());
    if (!(operation.value() instanceof ObjectNode object)) {
      throw ScimFault.invalidValue(
          "operation " + operation.number() + " has no `path`, so its `value` must be an object");
    }
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      takeProperty(operation.on(property.getKey(), property.getValue()), property.getKey());
    }
  }

  private void takeProperty(Operation operation, String name) {
    Optional<AttributePath> target = AttributePath.find(name, schema);
    if (target.isEmpty()) {
      reading.leaveOut(name, notes);
    } else if (target.get().isId() || !isPassedOver(operation, target.get())) {
      take(operation, target.get());
    }
  }

  private boolean isPassedOver(Operation operation, AttributePath target) {
    return target.isOfTheServer() || saysNothingOfMembers(operation, target);
  }

  /** Null beside other attributes must not empty a group by accident, where a dialect allows it. */
  private boolean saysNothingOfMembers(Operation operation, AttributePath target) {
    return target.attribute().getName().equals("members")
        && operation.value().isNull()
        && MemberValues.read(operation.value(), reading).isEmpty()
        && !reading.absentMembersMeanNone();
  }

  private void take(Operation operation, AttributePath target) {
    switch (target.attribute().getName()) {
      case "displayName" -> changes.add(new GroupChange.Rename(name(operation, target)));
      case "externalId" -> changes.add(new GroupChange.ChangeExternalId(externalId(operation)));
      case "members" -> MemberOperation.add(operation, target, reading, changes);
      case "id" -> requireSameId(operation);
      default ->
          throw ScimFault.mutability("`" + target.name() + "` is set by the server: leave it out");
    }
  }

  private static String name(Operation operation, AttributePath target) {
    if (operation.type() == PatchOpType.REMOVE) {
      throw ScimFault.mutability("`displayName` is required and cannot be removed");
    }
    return operation
        .value()
        .stringValueOpt()
        .filter(_ -> target.subAttribute().isEmpty() && target.valueFilter().isEmpty())
        .orElseThrow(() -> ScimFault.invalidValue("`displayName` must be a text"));
  }

  private static Optional<String> externalId(Operation operation) {
    if (operation.type() == PatchOpType.REMOVE || operation.isWithoutValue()) {
      return Optional.empty();
    }
    return Optional.of(
            operation
                .value()
                .stringValueOpt()
                .orElseThrow(() -> ScimFault.invalidValue("`externalId` must be a text")))
        .filter(id -> !id.isBlank());
  }

  private void requireSameId(Operation operation) {
    if (!groupId.toString().equalsIgnoreCase(operation.value().asString(""))) {
      throw ScimFault.mutability(
          "`id` cannot be changed: leave it out, or send the id of the group");
    }
  }
}
