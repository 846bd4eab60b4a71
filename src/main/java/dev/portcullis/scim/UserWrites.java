package dev.portcullis.scim;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.UserEdit;
import dev.portcullis.directory.UserProfile;
import dev.portcullis.scim.patch.UserPatch;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.UserDocument;
import dev.portcullis.scim.schema.WriteRules;
import java.util.UUID;

/**
 * What a request makes of a user, by the same rules for every verb; a bulk operation is such a
 * request too.
 */
record UserWrites(ScimRequest request) {

  private ResourceSchema schema() {
    return request.schemas().user();
  }

  private WriteRules rules() {
    return new WriteRules(schema());
  }

  /** The user that a POST brings. */
  UserProfile created() {
    UserProfile sent = sent();
    return sent.withAttributes(rules().created(stored(sent)));
  }

  /**
   * The edit that a PUT is. A client that leaves the external id out must not cut the person off
   * from their sign-ins, so that it stays; so does {@code active}.
   */
  UserEdit replacement() {
    UserProfile sent = sent();
    return current ->
        sent.withExternalIdOf(current)
            .withAttributes(rules().replaced(current.attributes(), stored(sent)));
  }

  /** The edit that a PATCH is. */
  UserEdit patch(UUID userId) {
    UserEdit edit =
        UserPatch.edit(request.patch(), schema(), userId, request.reading(), request.notes());
    return current -> {
      UserProfile after = edit.apply(current);
      return after.withAttributes(rules().patched(current.attributes(), stored(after)));
    };
  }

  private UserProfile sent() {
    return UserDocument.read(request.resource(schema()), request.attributeReader(), schema());
  }

  private AttributeValues stored(UserProfile profile) {
    return ManagerReference.stored(profile.attributes(), request.locations());
  }
}
