package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.attribute.AttributeSchema;
import java.util.List;
import java.util.stream.Stream;

/**
 * The schemas of users and groups, each with its extensions: the one definition behind reading,
 * patching, searching and discovery.
 */
public record ResourceSchemas(ResourceSchema user, ResourceSchema group) {

  private static final List<AttributeDefinition> COMMON = StandardAttributes.common();

  /** What users of the enterprise extension have more (RFC 7643 §4.3). */
  public static final ResourceSchema ENTERPRISE_USER =
      ResourceSchema.of(StandardSchemas.enterpriseUser(), List.of());

  /** What every organization has (RFC 7643 §4). */
  public static final ResourceSchemas STANDARD =
      new ResourceSchemas(
          ResourceSchema.of(StandardSchemas.user(), COMMON).extendedBy(ENTERPRISE_USER),
          ResourceSchema.of(StandardSchemas.group(), COMMON));

  /** What an organization has that adds these schemas. */
  public static ResourceSchemas with(List<AttributeSchema> declared) {
    ResourceSchemas schemas = STANDARD;
    for (AttributeSchema schema : declared) {
      schemas = schemas.extendedBy(schema);
    }
    return schemas;
  }

  private ResourceSchemas extendedBy(AttributeSchema schema) {
    ResourceSchema extension = ExtensionSchemas.of(schema);
    return switch (schema.resourceType()) {
      case USER -> new ResourceSchemas(user.extendedBy(extension), group);
      case GROUP -> new ResourceSchemas(user, group.extendedBy(extension));
    };
  }

  /** All of them, as discovery shows them. */
  public List<ResourceSchema> all() {
    return Stream.of(user, group)
        .flatMap(schema -> Stream.concat(Stream.of(schema), schema.extensions().stream()))
        .toList();
  }
}
