package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.AttributeDefinition.Returned;
import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import com.unboundid.scim2.common.types.AttributeDefinition.Uniqueness;
import com.unboundid.scim2.common.types.SchemaResource;
import dev.portcullis.attribute.AttributeDefinition;
import dev.portcullis.attribute.AttributeSchema;
import java.util.List;

/** What an organization declares, in the SDK's terms. */
final class ExtensionSchemas {

  private ExtensionSchemas() {}

  static ResourceSchema of(AttributeSchema schema) {
    return ResourceSchema.of(
        new SchemaResource(
            schema.urn(),
            schema.name(),
            schema.description(),
            schema.attributes().stream().map(ExtensionSchemas::definition).toList()),
        List.of());
  }

  private static com.unboundid.scim2.common.types.AttributeDefinition definition(
      AttributeDefinition declared) {
    return new com.unboundid.scim2.common.types.AttributeDefinition.Builder()
        .setName(declared.name())
        .setType(type(declared.type()))
        .setMultiValued(declared.multiValued())
        .setDescription(declared.description())
        .setRequired(declared.required())
        .setCaseExact(isCaseExact(declared))
        .setMutability(mutability(declared.mutability()))
        .setReturned(returned(declared.returned()))
        .setUniqueness(Uniqueness.NONE)
        .addCanonicalValues(declared.canonicalValues().toArray(String[]::new))
        .addReferenceTypes(declared.referenceTypes().toArray(String[]::new))
        .addSubAttributes(
            declared.subAttributes().stream()
                .map(ExtensionSchemas::definition)
                .toArray(com.unboundid.scim2.common.types.AttributeDefinition[]::new))
        .build();
  }

  /** References and binary values are exact (RFC 7643 §2.3.6 and §2.3.7), whatever is declared. */
  private static boolean isCaseExact(AttributeDefinition declared) {
    return switch (declared.type()) {
      case REFERENCE, BINARY -> true;
      case STRING -> declared.caseExact();
      case BOOLEAN, DECIMAL, INTEGER, DATE_TIME, COMPLEX -> false;
    };
  }

  private static Type type(AttributeDefinition.Type type) {
    return switch (type) {
      case STRING -> Type.STRING;
      case BOOLEAN -> Type.BOOLEAN;
      case DECIMAL -> Type.DECIMAL;
      case INTEGER -> Type.INTEGER;
      case DATE_TIME -> Type.DATETIME;
      case BINARY -> Type.BINARY;
      case REFERENCE -> Type.REFERENCE;
      case COMPLEX -> Type.COMPLEX;
    };
  }

  private static Mutability mutability(AttributeDefinition.Mutability mutability) {
    return switch (mutability) {
      case READ_WRITE -> Mutability.READ_WRITE;
      case IMMUTABLE -> Mutability.IMMUTABLE;
    };
  }

  private static Returned returned(AttributeDefinition.Returned returned) {
    return switch (returned) {
      case ALWAYS -> Returned.ALWAYS;
      case DEFAULT -> Returned.DEFAULT;
      case REQUEST -> Returned.REQUEST;
    };
  }
}
