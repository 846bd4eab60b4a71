package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.AttributeDefinition.Returned;
import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import com.unboundid.scim2.common.types.AttributeDefinition.Uniqueness;
import java.util.List;

/**
 * The attributes of RFC 7643 that are written out here: those that every resource has, which the
 * RFC gives no schema, and those that work otherwise here than the SDK's types say.
 */
final class StandardAttributes {

  private StandardAttributes() {}

  /** What every resource has (RFC 7643 §3 and §3.1). */
  static List<AttributeDefinition> common() {
    return List.of(
        text("schemas", Mutability.READ_WRITE, "The URNs of the schemas of what is there.")
            .setMultiValued(true)
            .setRequired(true)
            .setCaseExact(true)
            .setReturned(Returned.ALWAYS)
            .build(),
        text("id", Mutability.READ_ONLY, "The server's identifier of the resource.")
            .setCaseExact(true)
            .setReturned(Returned.ALWAYS)
            .setUniqueness(Uniqueness.SERVER)
            .build(),
        text("externalId", Mutability.READ_WRITE, "The client's identifier of the resource.")
            .setCaseExact(true)
            .build(),
        named("meta", Type.COMPLEX, Mutability.READ_ONLY, "What the server says of the resource.")
            .addSubAttributes(
                exactOfServer("resourceType", "The name of the resource type."),
                dateOfServer("created", "When the resource was made."),
                dateOfServer("lastModified", "When the resource was last changed."),
                reference("location", Mutability.READ_ONLY, "The address of the resource.", "uri"),
                exactOfServer("version", "The version of the resource, as in the header ETag."))
            .build());
  }

  /** Neither part is required (RFC 7643 §8.7.1, where the SDK says otherwise). */
  static AttributeDefinition manager() {
    return named("manager", Type.COMPLEX, Mutability.READ_WRITE, "The user's manager.")
        .addSubAttributes(
            text("value", Mutability.READ_WRITE, "The id of the user's manager.").build(),
            reference("$ref", Mutability.READ_WRITE, "The URI of the user's manager.", "User"),
            text("displayName", Mutability.READ_ONLY, "The displayName of the user's manager.")
                .build())
        .build();
  }

  /** A group's name, of which RFC 7643 §4.2 says that it is required. */
  static AttributeDefinition groupName() {
    return text(
            "displayName",
            Mutability.READ_WRITE,
            "The group's name, which no other group of the connection bears. Names that differ in"
                + " case are two names, though filters find both.")
        .setRequired(true)
        .setUniqueness(Uniqueness.SERVER)
        .build();
  }

  /** Members are users only, so that neither type nor reference can be a group's. */
  static AttributeDefinition members() {
    return named(
            "members",
            Type.COMPLEX,
            Mutability.READ_WRITE,
            "The users of the group; a value that names no user yet is kept.")
        .setMultiValued(true)
        .addSubAttributes(
            text("value", Mutability.IMMUTABLE, "The id or externalId of a user.")
                .setRequired(true)
                .setCaseExact(true)
                .build(),
            reference("$ref", Mutability.IMMUTABLE, "The URI of the user.", "User"),
            text("display", Mutability.IMMUTABLE, "The user's userName.").build(),
            text("type", Mutability.IMMUTABLE, "Always User: there are no groups within groups.")
                .addCanonicalValues("User")
                .build())
        .build();
  }

  /** The groups of a user, which are changed at the groups. */
  static AttributeDefinition groups() {
    return named(
            "groups",
            Type.COMPLEX,
            Mutability.READ_ONLY,
            "The groups that the user belongs to; they are changed at /Groups.")
        .setMultiValued(true)
        .addSubAttributes(
            text("value", Mutability.READ_ONLY, "The id of the group.").build(),
            reference("$ref", Mutability.READ_ONLY, "The URI of the group.", "Group"),
            text("display", Mutability.READ_ONLY, "The displayName of the group.").build(),
            text("type", Mutability.READ_ONLY, "How the user belongs to it.")
                .addCanonicalValues("direct", "indirect")
                .build())
        .build();
  }

  private static AttributeDefinition exactOfServer(String name, String description) {
    return text(name, Mutability.READ_ONLY, description).setCaseExact(true).build();
  }

  private static AttributeDefinition dateOfServer(String name, String description) {
    return named(name, Type.DATETIME, Mutability.READ_ONLY, description).build();
  }

  private static AttributeDefinition reference(
      String name, Mutability mutability, String description, String referenceType) {
    return named(name, Type.REFERENCE, mutability, description)
        .setCaseExact(true)
        .addReferenceTypes(referenceType)
        .build();
  }

  private static AttributeDefinition.Builder text(
      String name, Mutability mutability, String description) {
    return named(name, Type.STRING, mutability, description);
  }

  private static AttributeDefinition.Builder named(
      String name, Type type, Mutability mutability, String description) {
    return new AttributeDefinition.Builder()
        .setName(name)
        .setType(type)
        .setMutability(mutability)
        .setDescription(description)
        .setReturned(Returned.DEFAULT)
        .setUniqueness(Uniqueness.NONE);
  }
}
