package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;

/**
 * A blueprint bears another identifier; published inside the transaction, so that permissions and
 * roles that name it follow.
 */
public record BlueprintRenamed(Caller caller, String formerly, String now) {}
