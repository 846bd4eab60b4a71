package dev.portcullis.api;

import dev.portcullis.attribute.AttributeSchema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A schema as RFC 7643 §7 writes it, and of what it is. {@code schemas} and {@code meta}, which
 * discovery shows, may be sent along.
 */
record ScimSchemaRequest(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String resourceType,
    @Nullable List<@Nullable ScimAttributeRequest> attributes,
    @Nullable Object schemas,
    @Nullable Object meta) {

  /** The schema in full; its rules are judged behind the doorway. */
  AttributeSchema schema() {
    return schema(RequestFault.required("id", id));
  }

  /** The schema in full, under the URN that the path has; a body may repeat it. */
  AttributeSchema schema(String urn) {
    if (id != null && !id.equalsIgnoreCase(urn)) {
      throw RequestFault.invalid(
          "id", "`id` must be `%s`, as in the path, or absent".formatted(urn));
    }
    return new AttributeSchema(
        urn,
        type(RequestFault.required("resourceType", resourceType)),
        RequestFault.required("name", name),
        Objects.requireNonNullElse(description, ""),
        ScimAttributeRequest.definitions(
            "attributes", RequestFault.required("attributes", attributes)));
  }

  private static AttributeSchema.ResourceType type(String name) {
    return AttributeSchema.ResourceType.named(name)
        .orElseThrow(
            () -> RequestFault.invalid("resourceType", "`resourceType` must be `User` or `Group`"));
  }
}
