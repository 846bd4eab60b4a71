package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.SchemaUtils;
import java.beans.IntrospectionException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of RFC 7643 §8.7.1: as the SDK's types have them, but for the attributes that {@link
 * StandardAttributes} writes out, and for {@code caseExact}, which says what RFC 7643 §2.3 does:
 * references and binary values are exact, and where there is no case it is false.
 */
final class StandardSchemas {

  private StandardSchemas() {}

  static SchemaResource user() {
    return schema(UserResource.class, Map.of("groups", StandardAttributes.groups()));
  }

  static SchemaResource enterpriseUser() {
    return schema(EnterpriseUserExtension.class, Map.of("manager", StandardAttributes.manager()));
  }

  static SchemaResource group() {
    return schema(
        GroupResource.class,
        Map.of(
            "members", StandardAttributes.members(),
            "displayName", StandardAttributes.groupName()));
  }

  private static SchemaResource schema(Class<?> type, Map<String, AttributeDefinition> ours) {
    SchemaResource theirs = ofSdk(type);
    return new SchemaResource(
        Objects.requireNonNull(theirs.getId()),
        theirs.getName(),
        theirs.getDescription(),
        theirs.getAttributes().stream()
            .map(attribute -> ours.getOrDefault(attribute.getName(), mended(attribute)))
            .toList());
  }

  private static SchemaResource ofSdk(Class<?> type) {
    try {
      return Objects.requireNonNull(SchemaUtils.getSchema(type), type.getName());
    } catch (IntrospectionException e) {
      throw new IllegalStateException("the SDK's own types have schemas", e);
    }
  }

  private static AttributeDefinition mended(AttributeDefinition attribute) {
    return new AttributeDefinition.Builder()
        .setName(attribute.getName())
        .setType(attribute.getType())
        .setMultiValued(attribute.isMultiValued())
        .setDescription(oneLine(attribute))
        .setRequired(attribute.isRequired())
        .setCaseExact(isCaseExact(attribute))
        .setMutability(attribute.getMutability())
        .setReturned(attribute.getReturned())
        .setUniqueness(attribute.getUniqueness())
        .addCanonicalValues(texts(attribute.getCanonicalValues()))
        .addReferenceTypes(texts(attribute.getReferenceTypes()))
        .addSubAttributes(
            Parts.of(attribute).stream()
                .map(StandardSchemas::mended)
                .toArray(AttributeDefinition[]::new))
        .build();
  }

  private static String oneLine(AttributeDefinition attribute) {
    return Objects.requireNonNull(attribute.getDescription(), attribute.getName())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static boolean isCaseExact(AttributeDefinition attribute) {
    return switch (attribute.getType()) {
      case REFERENCE, BINARY -> true;
      case STRING -> attribute.isCaseExact();
      case BOOLEAN, DECIMAL, INTEGER, DATETIME, COMPLEX -> false;
    };
  }

  private static String[] texts(@Nullable Collection<String> values) {
    return values == null ? new String[0] : values.stream().sorted().toArray(String[]::new);
  }
}
