package dev.portcullis.scim;

import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.List;

/** Resources of which types a search is for (RFC 7644 §3.4.2.1). */
enum SearchedTypes {
  USERS,
  GROUPS,
  /** The root's, both together. */
  ALL;

  boolean haveUsers() {
    return this != GROUPS;
  }

  boolean haveGroups() {
    return this != USERS;
  }

  /** Their schemas. */
  List<ResourceSchema> of(ResourceSchemas schemas) {
    return switch (this) {
      case USERS -> List.of(schemas.user());
      case GROUPS -> List.of(schemas.group());
      case ALL -> List.of(schemas.user(), schemas.group());
    };
  }
}
