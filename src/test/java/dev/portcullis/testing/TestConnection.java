package dev.portcullis.testing;

/**
 * A connection made for one test.
 *
 * @param scim speaks as Okta's SCIM client does, with the connection's token
 */
public record TestConnection(
    Tenant tenant, String name, String id, String scimToken, HttpCaller scim) {}
