package dev.portcullis.directory.query;

import java.util.UUID;

/**
 * Whose resources are searched, and how their clients see them.
 *
 * @param locationPrefix what stands before {@code /Users/<id>} in locations
 */
public record Tenancy(UUID organizationId, UUID connectionId, String locationPrefix) {}
