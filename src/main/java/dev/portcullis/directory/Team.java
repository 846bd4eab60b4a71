package dev.portcullis.directory;

import java.util.Optional;
import java.util.UUID;

/**
 * A group as the portal knows it.
 *
 * @param connectionId empty for a group made by hand
 * @param displayName the name that group rules see
 */
public record Team(
    UUID groupId,
    Optional<UUID> connectionId,
    String displayName,
    String identifier,
    String shownName) {}
