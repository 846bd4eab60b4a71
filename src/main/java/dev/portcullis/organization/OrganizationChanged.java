package dev.portcullis.organization;

import java.util.Optional;

/**
 * An organization came or went; published inside the transaction of the change, so that the entry
 * in the audit trail is stored with it.
 *
 * @param caller of another organization, or the server itself at its first start
 * @param before empty for a new one
 * @param after empty for one that is gone
 */
public record OrganizationChanged(
    Caller caller, Optional<Organization> before, Optional<Organization> after) {}
