package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.messages.PatchOpType;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.AttributeReader;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What a patch says of a group. It is found without knowing the group, so that its cost depends on
 * the patch and not on how many members there are.
 */
public final class GroupPatch {

  private final AttributeReader reader;
  private final UnaryOperator<String> userAddress;
  private final ChangeList changes;

  private GroupPatch(
      AttributeReader reader, UnaryOperator<String> userAddress, RequestNotes notes) {
    this.reader = reader;
    this.userAddress = userAddress;
    this.changes = new ChangeList(notes);
  }

  /**
   * The changes that a patch asks for, in its order.
   *
   * @param userAddress where the user of an id is found, as {@code $ref} of a member says it
   * @throws ScimFault if any of its operations cannot be meant; none counts then
   */
  public static List<GroupChange> changes(
      PatchMessage patch,
      ResourceSchema schema,
      UUID groupId,
      UnaryOperator<String> userAddress,
      Reading reading,
      RequestNotes notes) {
    GroupPatch read = new GroupPatch(new AttributeReader(reading, notes), userAddress, notes);
    new SingleOperations(schema, groupId, reading, notes, read::take).of(patch);
    return read.changes.asList();
  }

  private void take(Operation operation, AttributePath target) {
    if (target.extension().isPresent()) {
      PatchStep.of(operation, target, reader).ifPresent(changes::add);
      return;
    }
    switch (target.attribute().getName()) {
      case "displayName" -> changes.add(new GroupChange.Rename(name(operation, target)));
      case "externalId" ->
          changes.add(new GroupChange.ChangeExternalId(externalId(operation, target)));
      case "members" -> MemberChange.of(operation, target, userAddress).ifPresent(changes::add);
      default ->
          throw ScimFault.invalidPath(
              "`" + target.name() + "` is no attribute of a group that can be changed");
    }
  }

  private static String name(Operation operation, AttributePath target) {
    if (operation.type() == PatchOpType.REMOVE) {
      throw ScimFault.mutability("`displayName` is required and cannot be removed");
    }
    requirePlain(target);
    return operation
        .value()
        .stringValueOpt()
        .orElseThrow(() -> ScimFault.invalidValue("`displayName` must be a text"));
  }

  private static Optional<String> externalId(Operation operation, AttributePath target) {
    requirePlain(target);
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

  private static void requirePlain(AttributePath target) {
    if (target.valueFilter().isPresent()) {
      throw ScimFault.invalidPath("`" + target.name() + "` has one value only: use no filter");
    }
  }
}
