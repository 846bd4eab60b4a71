package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A group of an identity provider, which the portal shows as a team.
 *
 * @param connectionId empty for a group made by hand
 * @param displayName the provider's name for it
 * @param attributes what extension schemas add; the rest of RFC 7643 §4.2 has components of its own
 * @param identifier the team's identifier: unique in the organization, fixed at creation
 * @param shownName the team's name: unique in the organization
 * @param version counts the changes of its name and of the members that SCIM named
 */
public record Group(
    UUID organizationId,
    UUID id,
    Optional<UUID> connectionId,
    String displayName,
    Optional<String> externalId,
    AttributeValues attributes,
    String identifier,
    String shownName,
    Optional<Instant> scimManagedSince,
    long version,
    Instant createdAt,
    Instant updatedAt)
    implements DirectoryResource {

  Group withDisplayName(String name) {
    return new Group(
        organizationId,
        id,
        connectionId,
        name,
        externalId,
        attributes,
        identifier,
        shownName,
        scimManagedSince,
        version,
        createdAt,
        updatedAt);
  }

  Group withShownName(String name) {
    return new Group(
        organizationId,
        id,
        connectionId,
        displayName,
        externalId,
        attributes,
        identifier,
        name,
        scimManagedSince,
        version,
        createdAt,
        updatedAt);
  }

  Group withExternalId(Optional<String> other) {
    return new Group(
        organizationId,
        id,
        connectionId,
        displayName,
        other,
        attributes,
        identifier,
        shownName,
        scimManagedSince,
        version,
        createdAt,
        updatedAt);
  }

  Group withAttributes(AttributeValues other) {
    return new Group(
        organizationId,
        id,
        connectionId,
        displayName,
        externalId,
        other,
        identifier,
        shownName,
        scimManagedSince,
        version,
        createdAt,
        updatedAt);
  }

  Group withScimManagedSince(Instant since) {
    return new Group(
        organizationId,
        id,
        connectionId,
        displayName,
        externalId,
        attributes,
        identifier,
        shownName,
        Optional.of(since),
        version,
        createdAt,
        updatedAt);
  }

  /** The same group one version later. */
  Group counted(Instant now) {
    return new Group(
        organizationId,
        id,
        connectionId,
        displayName,
        externalId,
        attributes,
        identifier,
        shownName,
        scimManagedSince,
        version + 1,
        createdAt,
        now);
  }

  /** What is wrong with its names, naming the attribute and what to change. */
  Optional<String> problem() {
    return new GroupDraft(displayName, externalId, attributes, List.of()).problem();
  }

  /** The group as the audit trail keeps it. */
  Map<String, Object> described() {
    return Map.of(
        "identifier",
        identifier,
        "displayName",
        displayName,
        "externalId",
        externalId.orElse(""),
        "attributes",
        attributes.asMap());
  }
}
