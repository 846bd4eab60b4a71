package dev.portcullis.catalog;

/**
 * An entity that another room owns.
 *
 * @param key under which the catalog keeps what the organization adds; unlike the identifier it
 *     never changes
 * @param entity as its owner knows it, without what the organization adds
 */
public record LentEntity(String key, Entity entity) {}
