package dev.portcullis.scim.filter;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.AttributeDefinition.Returned;
import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.Locale;
import java.util.Optional;

/**
 * An attribute or sub-attribute that a schema defines, with the key under which it is searched for.
 *
 * @param path the key's path
 * @param definition of the attribute, or of the sub-attribute where one is meant
 */
public record NamedAttribute(String path, AttributeDefinition definition) {

  /** The attribute of that name. */
  static Optional<NamedAttribute> find(AttributeReference reference, ResourceSchema schema) {
    Optional<String> urn = reference.urn().filter(u -> !u.equalsIgnoreCase(schema.urn()));
    if (urn.isEmpty()) {
      return within(reference, schema, "");
    }
    return schema
        .extension(urn.get())
        .flatMap(extension -> within(reference, extension, lower(extension.urn()) + ":"));
  }

  private static Optional<NamedAttribute> within(
      AttributeReference reference, ResourceSchema schema, String prefix) {
    Optional<NamedAttribute> attribute =
        schema
            .attribute(reference.attribute())
            .map(found -> new NamedAttribute(prefix + lower(found.getName()), found));
    return reference.subAttribute().isEmpty()
        ? attribute
        : attribute.flatMap(whole -> whole.part(reference.subAttribute().get()));
  }

  /** The sub-attribute of that name. */
  Optional<NamedAttribute> part(String name) {
    return ResourceSchema.subAttribute(definition, name)
        .map(part -> new NamedAttribute(path + "." + lower(part.getName()), part));
  }

  /** What comparisons are with: of a complex attribute its {@code value}, where it has one. */
  Optional<NamedAttribute> comparable() {
    return isComplex() ? part("value") : Optional.of(this);
  }

  boolean isComplex() {
    return definition.getType() == Type.COMPLEX;
  }

  /** Whether its values are kept from everybody, also from whoever guesses them by searching. */
  boolean isSecret() {
    return definition.getReturned() == Returned.NEVER
        || definition.getMutability() == Mutability.WRITE_ONLY;
  }

  /** Whether one of its values comes before another (RFC 7644 §3.4.2.2). */
  boolean isOrdered() {
    return definition.getType() != Type.BOOLEAN && definition.getType() != Type.BINARY;
  }

  /** The key under which it is searched for. */
  AttributeKey key() {
    return new AttributeKey(path, kind());
  }

  private Kind kind() {
    return switch (definition.getType()) {
      case STRING -> definition.isCaseExact() ? Kind.EXACT_TEXT : Kind.TEXT;
      case REFERENCE, BINARY -> Kind.EXACT_TEXT;
      case INTEGER, DECIMAL -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      case DATETIME -> Kind.INSTANT;
      case COMPLEX -> Kind.COMPLEX;
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
