package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import dev.portcullis.scim.message.ScimFault;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is given once and then stays (RFC 7643 §2.2), among attributes or the parts of one. Parts of
 * multi-valued attributes are not among them: a value that is changed is another value.
 *
 * @param prefix what stands before their names in a message
 */
record ImmutableAttributes(String prefix, Collection<AttributeDefinition> attributes) {

  /** Those of a schema. */
  static ImmutableAttributes of(ResourceSchema owner) {
    return new ImmutableAttributes(owner.urn() + ":", owner.definition().getAttributes());
  }

  private ImmutableAttributes within(AttributeDefinition attribute) {
    return new ImmutableAttributes(prefix + attribute.getName() + ".", Parts.of(attribute));
  }

  /** What is given, and what stays although nothing is said of it. */
  Map<String, Object> kept(Map<String, Object> before, Map<String, Object> given) {
    Map<String, Object> kept = new LinkedHashMap<>(given);
    for (AttributeDefinition attribute : attributes) {
      String name = attribute.getName();
      Object present = before.get(name);
      if (present != null && isImmutable(attribute)) {
        kept.putIfAbsent(name, present);
      } else if (present instanceof Map<?, ?>) {
        kept.put(name, within(attribute).kept(Parts.of(present), Parts.of(given.get(name))));
      }
    }
    kept.values().removeIf(value -> value instanceof Map<?, ?> map && map.isEmpty());
    return kept;
  }

  /**
   * Checks that nothing of it is otherwise than before.
   *
   * @throws ScimFault {@code mutability} that names what is
   */
  void requireUnchanged(Map<String, Object> before, Map<String, Object> after) {
    for (AttributeDefinition attribute : attributes) {
      String name = attribute.getName();
      Object present = before.get(name);
      if (present != null && isImmutable(attribute) && !present.equals(after.get(name))) {
        throw ScimFault.mutability(
            "`" + prefix + name + "` cannot be changed or removed once it is set: leave it out");
      }
      if (present instanceof Map<?, ?>) {
        within(attribute).requireUnchanged(Parts.of(present), Parts.of(after.get(name)));
      }
    }
  }

  private static boolean isImmutable(AttributeDefinition attribute) {
    return attribute.getMutability() == Mutability.IMMUTABLE;
  }
}
