package dev.portcullis.connection;

/**
 * A connection was deleted; published inside the transaction of the deletion, so that what follows
 * from it is stored with it.
 */
public record ConnectionDeleted(Connection connection) {}
