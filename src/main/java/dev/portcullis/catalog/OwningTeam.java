package dev.portcullis.catalog;

import java.util.Optional;

/**
 * A team that owns an entity.
 *
 * @param sent as the writer named it, and as it is answered
 * @param identifier of the team that this meant when it was written; empty where it meant none, and
 *     then it never comes to mean one until the entity is written again
 */
public record OwningTeam(String sent, Optional<String> identifier) {}
