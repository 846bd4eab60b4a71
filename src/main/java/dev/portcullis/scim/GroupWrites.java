package dev.portcullis.scim;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.GroupDraft;
import dev.portcullis.scim.patch.GroupPatch;
import dev.portcullis.scim.schema.GroupDocument;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What a request makes of a group, by the same rules for every verb; a bulk operation is such a
 * request too.
 */
record GroupWrites(ScimRequest request) {

  private ResourceSchema schema() {
    return request.schemas().group();
  }

  private WriteRules rules() {
    return new WriteRules(schema());
  }

  /** The group that a POST brings. */
  GroupDraft created() {
    return sent().draft(rules());
  }

  /** The changes that a PUT is. */
  List<GroupChange> replacement() {
    return sent().replacement(rules(), request.reading());
  }

  /** The changes that a PATCH is. */
  List<GroupChange> patch(UUID groupId) {
    return ruled(
        GroupPatch.changes(
            request.patch(),
            schema(),
            groupId,
            id -> request.locations().of(ScimPaths.USERS, id),
            request.reading(),
            request.notes()));
  }

  /** The rules hold for what all operations together make of the attributes. */
  private List<GroupChange> ruled(List<GroupChange> changes) {
    List<GroupChange> ruled = new ArrayList<>();
    List<UnaryOperator<AttributeValues>> edits = new ArrayList<>();
    for (GroupChange change : changes) {
      if (change instanceof GroupChange.EditAttributes(var edit)) {
        edits.add(edit);
      } else {
        ruled.add(change);
      }
    }
    if (!edits.isEmpty()) {
      ruled.add(new GroupChange.EditAttributes(current -> patched(current, edits)));
    }
    return ruled;
  }

  private AttributeValues patched(
      AttributeValues current, List<UnaryOperator<AttributeValues>> edits) {
    AttributeValues after = current;
    for (UnaryOperator<AttributeValues> edit : edits) {
      after = edit.apply(after);
    }
    return rules().patched(current, after);
  }

  private GroupDocument sent() {
    return GroupDocument.read(
        request.resource(schema()), schema(), request.reading(), request.notes());
  }
}
