package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.scim.message.ScimFault;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has anything of an extension has what is required of it (RFC 7643 §2.2). */
final class RequiredAttributes {

  private RequiredAttributes() {}

  /**
   * Checks the values of an extension.
   *
   * @throws ScimFault {@code invalidValue} that names what is missing
   */
  static void requireIn(Map<String, Object> values, ResourceSchema extension) {
    for (AttributeDefinition attribute : extension.definition().getAttributes()) {
      String name = extension.urn() + ":" + attribute.getName();
      Object value = values.get(attribute.getName());
      requireThere(attribute, name, value);
      Parts.ofEach(value).forEach(element -> requireParts(attribute, name, element));
    }
  }

  private static void requireParts(
      AttributeDefinition attribute, String name, Map<String, Object> value) {
    Parts.of(attribute)
        .forEach(
            part -> requireThere(part, name + "." + part.getName(), value.get(part.getName())));
  }

  private static void requireThere(
      AttributeDefinition attribute, String name, @Nullable Object value) {
    if (attribute.isRequired() && value == null) {
      throw ScimFault.invalidValue("`" + name + "` is missing: send a value");
    }
  }
}
