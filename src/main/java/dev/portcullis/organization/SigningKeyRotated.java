package dev.portcullis.organization;

/**
 * The operator asked for another signing key; published inside the transaction of the change.
 *
 * @param withdrawn whether all keys before it were withdrawn
 */
public record SigningKeyRotated(Caller caller, PublishedKey next, boolean withdrawn) {}
