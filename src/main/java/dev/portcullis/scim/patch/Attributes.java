package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes as maps and lists that a patch may change. */
final class Attributes {

  private Attributes() {}

  /** A copy that shares nothing that can be changed. */
  static Map<String, Object> copy(Map<?, ?> attributes) {
    Map<String, Object> copy = new LinkedHashMap<>();
    attributes.forEach((name, value) -> copy.put((String) name, copyOf(value)));
    return copy;
  }

  /** A copy of a value, whatever it is. */
  static Object copyOf(Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy(map);
      case List<?> list -> copy(list);
      default -> value;
    };
  }

  static List<Object> copy(List<?> list) {
    List<Object> copy = new ArrayList<>(list.size());
    list.forEach(element -> copy.add(copyOf(element)));
    return copy;
  }

  /** The object under a name, made if there is none. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> within(Map<String, Object> owner, String name) {
    return (Map<String, Object>) owner.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  /** The values under a name, none if there are none. */
  @SuppressWarnings("unchecked")
  static List<Object> list(Map<String, Object> owner, String name) {
    return owner.get(name) instanceof List<?> list ? (List<Object>) list : new ArrayList<>();
  }

  /** The definition of a part of a value, under the schema's spelling of its name. */
  static AttributeDefinition part(AttributeDefinition attribute, String name) {
    return ResourceSchema.subAttribute(attribute, name).orElseThrow();
  }

  static void dropIfEmpty(Map<String, Object> owner, String name) {
    if (owner.get(name) instanceof Map<?, ?> map && map.isEmpty()) {
      owner.remove(name);
    }
  }

  /**
   * Sets an attribute, or takes it away.
   *
   * @throws ScimFault {@code mutability} if it has another value and is immutable (RFC 7643 §7)
   */
  static void put(
      Map<String, Object> owner,
      AttributeDefinition attribute,
      String path,
      Optional<Object> value) {
    String name = attribute.getName();
    Object before = owner.get(name);
    boolean kept = before == null || value.filter(before::equals).isPresent();
    if (!kept && attribute.getMutability() == Mutability.IMMUTABLE) {
      throw ScimFault.mutability("`" + path + "` cannot be changed once it has a value");
    }
    if (value.isPresent()) {
      owner.put(name, copyOf(value.get()));
    } else {
      owner.remove(name);
    }
  }
}
