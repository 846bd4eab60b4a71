package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.utils.JsonUtils;
import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.UserProfile;
import dev.portcullis.scim.message.ScimFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A user in JSON as a profile, and a profile in JSON. */
public final class UserDocument {

  private static final String USER_NAME = "userName";
  private static final String EXTERNAL_ID = "externalId";
  private static final String ACTIVE = "active";

  private UserDocument() {}

  /**
   * The profile that a user in JSON describes. An {@code externalId} without characters is none, so
   * that clients which leave the field blank do not collide.
   *
   * @throws ScimFault if {@code userName} is missing or a value is of the wrong type
   */
  public static UserProfile read(ObjectNode user, AttributeReader reader, ResourceSchema schema) {
    Map<String, Object> attributes = reader.read(user, schema);
    String userName =
        text(attributes.remove(USER_NAME))
            .orElseThrow(() -> ScimFault.invalidValue("`userName` is missing: send a text"));
    Optional<String> externalId = text(attributes.remove(EXTERNAL_ID)).filter(id -> !id.isBlank());
    Optional<Boolean> active =
        attributes.remove(ACTIVE) instanceof Boolean sent ? Optional.of(sent) : Optional.empty();
    return new UserProfile(userName, externalId, active, new AttributeValues(attributes));
  }

  /** The attributes of a profile as a whole user has them, in the schema's spelling. */
  public static Map<String, Object> attributes(UserProfile profile) {
    Map<String, Object> attributes = new LinkedHashMap<>(profile.attributes().asMap());
    attributes.put(USER_NAME, profile.userName());
    profile.externalId().ifPresent(id -> attributes.put(EXTERNAL_ID, id));
    profile.active().ifPresent(active -> attributes.put(ACTIVE, active));
    return attributes;
  }

  /**
   * The profile that the attributes of a user describe; they are checked as if they were sent.
   *
   * @throws ScimFault if they cannot be so
   */
  public static UserProfile read(
      Map<String, Object> attributes, AttributeReader reader, ResourceSchema schema) {
    return read(JsonUtils.<ObjectNode>valueToNode(attributes), reader, schema);
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
