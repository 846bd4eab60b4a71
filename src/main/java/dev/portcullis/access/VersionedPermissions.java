package dev.portcullis.access;

/**
 * A permission document as it is in force.
 *
 * @param blueprint identifier of the blueprint that it belongs to
 * @param version counts its changes; 0 for the default document
 */
public record VersionedPermissions(
    String blueprint, long version, BlueprintPermissions permissions) {}
