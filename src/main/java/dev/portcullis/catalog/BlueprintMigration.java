package dev.portcullis.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A deletion of all entities of a blueprint, as Port's clients ask after it. Here it is complete as
 * soon as it is answered.
 *
 * @param deletedEntities how many there were
 */
public record BlueprintMigration(
    UUID id,
    String blueprint,
    boolean deletesBlueprint,
    int deletedEntities,
    String actor,
    Instant at) {}
