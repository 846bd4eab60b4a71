package dev.portcullis.connection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a SCIM token; the token itself is shown once and kept only as a hash.
 *
 * @param lastUsedAt to the minute
 */
public record ScimToken(
    UUID id,
    Optional<String> description,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Instant createdAt) {}
