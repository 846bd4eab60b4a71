package dev.portcullis.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * A client that starts sign-ins: a portal. It is a public client and has no secret.
 *
 * @param clientId made by us, URL-safe, unique in every deployment
 */
public record PortalApplication(
    UUID organizationId,
    String clientId,
    ApplicationSettings settings,
    Instant createdAt,
    Instant updatedAt) {}
