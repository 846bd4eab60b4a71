package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import com.unboundid.scim2.common.types.SchemaResource;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users and groups with an extension that has an attribute of every sort. */
final class ExtendedSchemas {

  static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  static final String EXTENSION = "urn:acme:params:scim:schemas:desk:1.0:Extension";

  static final ResourceSchema USER = extended(ResourceSchemas.STANDARD.user());
  static final ResourceSchema GROUP = extended(ResourceSchemas.STANDARD.group());

  private ExtendedSchemas() {}

  /** A text of the tests with both URNs in place of their short names. */
  static String spelledOut(String text) {
    return text.replaceAll("\\bENT\\b", ENTERPRISE).replaceAll("\\bEXT\\b", EXTENSION);
  }

  private static ResourceSchema extended(ResourceSchema schema) {
    List<ResourceSchema> extensions = new ArrayList<>(schema.extensions());
    extensions.add(extension());
    return new ResourceSchema(
        schema.urn(), schema.definition(), schema.attributesByLowerName(), extensions);
  }

  private static ResourceSchema extension() {
    List<AttributeDefinition> attributes =
        List.of(
            named("level", Type.STRING).setRequired(true).build(),
            named("badge", Type.STRING).setMutability(Mutability.IMMUTABLE).build(),
            named("serial", Type.STRING).setMutability(Mutability.READ_ONLY).build(),
            named("floors", Type.INTEGER).build(),
            named("since", Type.DATETIME).build(),
            named("tags", Type.STRING).setMultiValued(true).build(),
            named("desks", Type.COMPLEX)
                .setMultiValued(true)
                .addSubAttributes(
                    named("code", Type.STRING).setRequired(true).setCaseExact(true).build(),
                    named("floor", Type.INTEGER).build(),
                    named("used", Type.DATETIME).build())
                .build());
    SchemaResource definition = new SchemaResource(EXTENSION, "Desks", "Desks.", attributes);
    return new ResourceSchema(
        EXTENSION,
        definition,
        attributes.stream()
            .collect(
                Collectors.toMap(a -> a.getName().toLowerCase(Locale.ROOT), Function.identity())),
        List.of());
  }

  private static AttributeDefinition.Builder named(String name, Type type) {
    return new AttributeDefinition.Builder()
        .setName(name)
        .setType(type)
        .setMutability(Mutability.READ_WRITE);
  }
}
