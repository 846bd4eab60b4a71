package dev.portcullis.organization;

import java.util.Optional;

/**
 * An application came, changed or went; published inside the transaction of the change, so that
 * what follows from it, such as the entry in the audit trail, is stored with it.
 *
 * @param before empty for a new one
 * @param after empty for one that is gone
 */
public record ApplicationChanged(
    Caller caller, Optional<PortalApplication> before, Optional<PortalApplication> after) {}
