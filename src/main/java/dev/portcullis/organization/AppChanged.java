package dev.portcullis.organization;

import java.util.Optional;

/**
 * An app came, changed, got another secret or went; published inside the transaction of the change.
 *
 * @param before empty for a new one
 * @param after empty for one that is gone
 */
public record AppChanged(Caller caller, Optional<App> before, Optional<App> after) {}
