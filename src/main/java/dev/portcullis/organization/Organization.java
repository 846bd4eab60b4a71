package dev.portcullis.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * A tenant. Nothing that belongs to one organization can be seen or touched from another.
 *
 * @param name unique in the deployment, 1 to 100 characters
 */
public record Organization(UUID id, String name, Region region, Instant createdAt) {}
