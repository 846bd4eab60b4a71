package dev.portcullis.access;

/**
 * A right that a permission document gives.
 *
 * @param action Port's name of what may be done
 */
public record Right(PermissionOwner owner, String action, Extent extent) {}
