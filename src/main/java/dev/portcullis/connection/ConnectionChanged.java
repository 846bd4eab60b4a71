package dev.portcullis.connection;

/**
 * A connection was changed; published inside the transaction of the change, so that what follows
 * from it (another group filter) is stored with it.
 */
public record ConnectionChanged(Connection before, Connection after) {}
