package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;

/**
 * An action or a page was deleted; published inside the transaction, so that its permissions go
 * with it.
 */
public record PortalObjectDeleted(Caller caller, PortalObject object) {}
