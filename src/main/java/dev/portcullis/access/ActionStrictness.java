package dev.portcullis.access;

/**
 * Which right to the entity an action takes.
 *
 * @param strict whether an action that creates takes {@code register} and one that deletes {@code
 *     unregister}; otherwise reading the entity is enough
 */
public record ActionStrictness(boolean strict) {}
