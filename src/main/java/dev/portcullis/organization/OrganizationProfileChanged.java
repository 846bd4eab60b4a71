package dev.portcullis.organization;

/**
 * A tenant's profile changed; published inside the transaction of the change, so that the entry in
 * the audit trail is stored with it.
 */
public record OrganizationProfileChanged(
    Caller caller, OrganizationProfile before, OrganizationProfile after) {}
