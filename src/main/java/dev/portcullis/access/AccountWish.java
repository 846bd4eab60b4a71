package dev.portcullis.access;

import java.util.List;
import java.util.Optional;

/**
 * That somebody may come whom no provider has named yet.
 *
 * @param roles as in {@link AccountEdit}; none for a Member
 * @param teams as in {@link AccountEdit}
 * @param connection the name of the one through which they will come; the organization's only one
 *     if empty
 * @param told whether they have been told
 */
public record AccountWish(
    String email,
    List<String> roles,
    List<String> teams,
    Optional<String> connection,
    boolean told) {}
