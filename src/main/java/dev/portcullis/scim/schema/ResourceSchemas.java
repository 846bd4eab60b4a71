package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.SchemaUtils;
import java.beans.IntrospectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The schemas of users and groups, each with its extensions. Those of RFC 7643 are served as the
 * SDK defines them, but for two attributes: a manager needs neither {@code value} nor {@code $ref}
 * (RFC 7643 §8.7.1), and members are users only.
 */
public record ResourceSchemas(ResourceSchema user, ResourceSchema group) {

  private static final List<AttributeDefinition> COMMON =
      List.copyOf(SchemaUtils.COMMON_ATTRIBUTE_DEFINITIONS);

  /** What users of the enterprise extension have more (RFC 7643 §4.3). */
  public static final ResourceSchema ENTERPRISE_USER =
      ResourceSchema.of(
          replaced(schema(EnterpriseUserExtension.class), "manager", manager()), List.of());

  /** Users (RFC 7643 §4.1). */
  private static final ResourceSchema USER =
      ResourceSchema.of(schema(UserResource.class), COMMON).extendedBy(ENTERPRISE_USER);

  /** Groups (RFC 7643 §4.2). */
  private static final ResourceSchema GROUP =
      ResourceSchema.of(
          replaced(
              replaced(schema(GroupResource.class), "members", members()),
              "displayName",
              displayName()),
          COMMON);

  /** What every organization has. */
  public static final ResourceSchemas STANDARD = new ResourceSchemas(USER, GROUP);

  /** All of them, as discovery shows them. */
  public List<ResourceSchema> all() {
    return Stream.of(user, group)
        .flatMap(schema -> Stream.concat(Stream.of(schema), schema.extensions().stream()))
        .toList();
  }

  private static SchemaResource schema(Class<?> type) {
    try {
      return Objects.requireNonNull(SchemaUtils.getSchema(type), type.getName());
    } catch (IntrospectionException e) {
      throw new IllegalStateException("the SDK's own types have schemas", e);
    }
  }

  private static SchemaResource replaced(
      SchemaResource schema, String name, AttributeDefinition attribute) {
    List<AttributeDefinition> attributes = new ArrayList<>(schema.getAttributes());
    attributes.replaceAll(present -> present.getName().equals(name) ? attribute : present);
    return new SchemaResource(
        Objects.requireNonNull(schema.getId()),
        schema.getName(),
        schema.getDescription(),
        attributes);
  }

  private static AttributeDefinition manager() {
    return named("manager", AttributeDefinition.Type.COMPLEX, Mutability.READ_WRITE)
        .setDescription("The user's manager.")
        .addSubAttributes(
            named("value", AttributeDefinition.Type.STRING, Mutability.READ_WRITE)
                .setDescription("The id of the user's manager.")
                .build(),
            named("$ref", AttributeDefinition.Type.REFERENCE, Mutability.READ_WRITE)
                .setDescription("The URI of the user's manager.")
                .addReferenceTypes("User")
                .build(),
            named("displayName", AttributeDefinition.Type.STRING, Mutability.READ_ONLY)
                .setDescription("The name of the user's manager.")
                .build())
        .build();
  }

  private static AttributeDefinition displayName() {
    return named("displayName", AttributeDefinition.Type.STRING, Mutability.READ_WRITE)
        .setDescription("The group's name, which no other group of the connection bears.")
        .setRequired(true)
        .setUniqueness(AttributeDefinition.Uniqueness.SERVER)
        .build();
  }

  private static AttributeDefinition members() {
    return named("members", AttributeDefinition.Type.COMPLEX, Mutability.READ_WRITE)
        .setMultiValued(true)
        .setDescription("The users of the group; a value that names no user yet is kept.")
        .addSubAttributes(
            named("value", AttributeDefinition.Type.STRING, Mutability.IMMUTABLE)
                .setDescription("The id or externalId of a user.")
                .setRequired(true)
                .setCaseExact(true)
                .build(),
            named("$ref", AttributeDefinition.Type.REFERENCE, Mutability.IMMUTABLE)
                .setDescription("The URI of the user.")
                .addReferenceTypes("User")
                .build(),
            named("display", AttributeDefinition.Type.STRING, Mutability.IMMUTABLE)
                .setDescription("The user's userName.")
                .build(),
            named("type", AttributeDefinition.Type.STRING, Mutability.IMMUTABLE)
                .setDescription("Always User: groups within groups are not served.")
                .addCanonicalValues("User")
                .build())
        .build();
  }

  private static AttributeDefinition.Builder named(
      String name, AttributeDefinition.Type type, Mutability mutability) {
    return new AttributeDefinition.Builder()
        .setName(name)
        .setType(type)
        .setMutability(mutability)
        .setReturned(AttributeDefinition.Returned.DEFAULT)
        .setUniqueness(AttributeDefinition.Uniqueness.NONE);
  }
}
