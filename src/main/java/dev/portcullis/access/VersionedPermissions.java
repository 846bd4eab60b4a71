package dev.portcullis.access;

/**
 * A permission document as it is in force.
 *
 * @param version counts its changes; 0 for the default document
 */
public record VersionedPermissions(
    PermissionOwner owner, long version, PermissionDocument permissions) {}
