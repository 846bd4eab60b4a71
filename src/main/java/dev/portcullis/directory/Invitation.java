package dev.portcullis.directory;

import java.util.Optional;

/**
 * That somebody may come whom no provider has named yet.
 *
 * @param email by which they will be known when they come
 * @param role set by hand
 * @param connection the name of the one through which they will come; the organization's only one
 *     if empty
 * @param told whether they have been told
 */
public record Invitation(String email, HandRole role, Optional<String> connection, boolean told) {}
