package dev.portcullis.scim;

import com.unboundid.scim2.common.types.AuthenticationScheme;
import com.unboundid.scim2.common.types.BulkConfig;
import com.unboundid.scim2.common.types.ChangePasswordConfig;
import com.unboundid.scim2.common.types.ETagConfig;
import com.unboundid.scim2.common.types.FilterConfig;
import com.unboundid.scim2.common.types.PaginationConfig;
import com.unboundid.scim2.common.types.PatchConfig;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import com.unboundid.scim2.common.types.SortConfig;
import dev.portcullis.scim.message.BulkMessage;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What works here, in the words of RFC 7643 §5 to §7; the schemas are the very definitions by which
 * requests are read. Every call answers fresh objects, for the SDK's are mutable.
 */
final class Discovery {

  /** How long a client may wait with the next page of a walk whose order was fixed. */
  private static final Duration CURSOR_LIFETIME = Duration.ofHours(1);

  private Discovery() {}

  static ServiceProviderConfigResource serviceProviderConfig() {
    return new ServiceProviderConfigResource(
        null,
        new PatchConfig(true),
        new BulkConfig(true, BulkMessage.MAX_OPERATIONS, BulkMessage.MAX_PAYLOAD),
        new FilterConfig(true, ScimRequest.MAX_COUNT),
        new ChangePasswordConfig(false),
        new SortConfig(true),
        new ETagConfig(true),
        pagination(),
        List.of(
            new AuthenticationScheme(
                "Bearer token",
                "A connection's SCIM token in the header Authorization",
                URI.create("https://www.rfc-editor.org/info/rfc6750"),
                null,
                "oauthbearertoken",
                true)));
  }

  /** RFC 9865 §4. */
  private static PaginationConfig pagination() {
    return new PaginationConfig(
        true,
        true,
        "index",
        ScimRequest.DEFAULT_COUNT,
        ScimRequest.MAX_COUNT,
        Math.toIntExact(CURSOR_LIFETIME.toSeconds()));
  }

  static List<ResourceTypeResource> resourceTypes(ResourceSchemas schemas) {
    return List.of(
        resourceType("User", "People", "/Users", schemas.user()),
        resourceType("Group", "Groups of people", "/Groups", schemas.group()));
  }

  private static ResourceTypeResource resourceType(
      String name, String description, String endpoint, ResourceSchema schema) {
    return new ResourceTypeResource(
        name,
        name,
        description,
        URI.create(endpoint),
        URI.create(schema.urn()),
        schema.extensions().stream()
            .map(e -> new ResourceTypeResource.SchemaExtension(URI.create(e.urn()), false))
            .toList());
  }

  static List<SchemaResource> schemas(ResourceSchemas schemas) {
    return schemas.all().stream().map(Discovery::schema).toList();
  }

  private static SchemaResource schema(ResourceSchema schema) {
    SchemaResource definition = schema.definition();
    return new SchemaResource(
        schema.urn(),
        definition.getName(),
        definition.getDescription(),
        definition.getAttributes());
  }
}
