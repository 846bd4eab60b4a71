package dev.portcullis.directory;

import java.util.Optional;

/**
 * Somebody who belongs to a team.
 *
 * @param handle the e-mail by which the portal knows the user
 */
public record TeamMember(User user, Optional<String> handle) {}
