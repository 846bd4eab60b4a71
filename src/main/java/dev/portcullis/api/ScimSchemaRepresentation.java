package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.attribute.AttributeDefinition;
import dev.portcullis.attribute.AttributeSchema;
import java.util.List;

/** A schema as RFC 7643 §7 writes it, and of what it is. */
record ScimSchemaRepresentation(
    String id,
    String name,
    String description,
    String resourceType,
    List<AttributeRepresentation> attributes) {

  static ScimSchemaRepresentation of(AttributeSchema schema) {
    return new ScimSchemaRepresentation(
        schema.urn(),
        schema.name(),
        schema.description(),
        schema.resourceType().wireName(),
        schema.attributes().stream().map(AttributeRepresentation::of).toList());
  }

  /** Lists that are empty are left out. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record AttributeRepresentation(
      String name,
      String type,
      List<AttributeRepresentation> subAttributes,
      boolean multiValued,
      String description,
      boolean required,
      List<String> canonicalValues,
      boolean caseExact,
      String mutability,
      String returned,
      String uniqueness,
      List<String> referenceTypes) {

    static AttributeRepresentation of(AttributeDefinition attribute) {
      return new AttributeRepresentation(
          attribute.name(),
          attribute.type().wireName(),
          attribute.subAttributes().stream().map(AttributeRepresentation::of).toList(),
          attribute.multiValued(),
          attribute.description(),
          attribute.required(),
          attribute.canonicalValues(),
          attribute.caseExact(),
          switch (attribute.mutability()) {
            case READ_WRITE -> "readWrite";
            case IMMUTABLE -> "immutable";
          },
          switch (attribute.returned()) {
            case ALWAYS -> "always";
            case DEFAULT -> "default";
            case REQUEST -> "request";
          },
          "none",
          attribute.referenceTypes());
    }
  }
}
