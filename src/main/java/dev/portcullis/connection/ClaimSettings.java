package dev.portcullis.connection;

import dev.portcullis.pattern.GroupFilter;
import java.util.Optional;

/**
 * How the groups claim of a sign-in is read.
 *
 * @param name of the claim
 * @param filter which names of the claim count
 * @param separator what separates the names where the claim is one string
 * @param covers whether the claim is known to be as wide as what SCIM pushes
 */
public record ClaimSettings(
    String name,
    GroupFilter filter,
    AbsentClaim absent,
    Optional<String> separator,
    boolean covers) {}
