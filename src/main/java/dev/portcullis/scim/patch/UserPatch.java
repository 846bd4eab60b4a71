package dev.portcullis.scim.patch;

import dev.portcullis.directory.UserEdit;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributeReader;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.UserDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a patch makes of a user. Everything in it is checked before the user is looked at; the
 * outcome is checked as if it had been sent as a whole.
 */
public final class UserPatch {

  private UserPatch() {}

  /**
   * The edit that a patch asks for.
   *
   * @throws ScimFault if any of its operations cannot be meant; none counts then. The edit itself
   *     throws it if an operation finds nothing to change.
   */
  public static UserEdit edit(
      PatchMessage patch, ResourceSchema schema, UUID userId, Reading reading, RequestNotes notes) {
    AttributeReader reader = new AttributeReader(reading, notes);
    List<PatchStep> steps = new ArrayList<>();
    new SingleOperations(
            schema,
            userId,
            reading,
            notes,
            (operation, path) -> PatchStep.of(operation, path, reader).ifPresent(steps::add))
        .of(patch);
    return current -> {
      Map<String, Object> user = Attributes.copy(UserDocument.attributes(current));
      steps.forEach(step -> step.apply(user, notes));
      return UserDocument.read(user, reader, schema);
    };
  }
}
