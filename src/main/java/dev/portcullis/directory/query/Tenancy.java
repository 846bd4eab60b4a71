package dev.portcullis.directory.query;

import java.util.UUID;

/**
 * Whose resources are searched, and how their clients see them.
 *
 * @param locationPrefix what stands before {@code /Users/<id>} in locations
 */
public record Tenancy(UUID organizationId, UUID connectionId, String locationPrefix) {

  /**
   * The condition that a row that is looked up by its id is the connection's. As long as PostgreSQL
   * has gathered no statistics, it takes a connection for as good a key as an id, unless it cannot
   * see it as one.
   */
  SqlPart owns(String alias) {
    return SqlPart.of(
        "case when %s.connection_id = ? then true else false end".formatted(alias), connectionId);
  }
}
