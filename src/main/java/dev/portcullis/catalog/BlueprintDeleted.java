package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;

/**
 * A blueprint was deleted; published inside the transaction, so that its permissions go with it.
 */
public record BlueprintDeleted(Caller caller, String identifier) {}
