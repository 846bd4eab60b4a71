package dev.portcullis.connection;

import java.time.Instant;
import java.util.UUID;

/**
 * An organization's link to one identity provider.
 *
 * @param id unique in every deployment; what is pushed or signed in through a connection belongs to
 *     it alone
 * @param hasClientSecret whether a secret is kept for it
 * @param version raised by every change; what is cached about a connection is cached under it
 */
public record Connection(
    UUID organizationId,
    UUID id,
    ConnectionSettings settings,
    boolean hasClientSecret,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** Its name, unique in the organization. */
  public String name() {
    return settings.name();
  }
}
