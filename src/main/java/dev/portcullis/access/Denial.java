package dev.portcullis.access;

/**
 * That somebody may not do something with an entity.
 *
 * @param operation Port's name of it
 * @param blueprint identifier of the entity's kind
 * @param identifier of the entity
 * @param reason one sentence for a person, which names nobody
 */
public record Denial(String operation, String blueprint, String identifier, String reason) {}
