package dev.portcullis.directory;

import java.util.Optional;

/**
 * A member of a group as SCIM named it.
 *
 * @param value the user's id, or for a parked one the value as sent
 * @param display the user's name, empty for a parked one
 * @param parked whether no such user has come yet
 */
public record Member(String value, Optional<String> display, boolean parked) {}
