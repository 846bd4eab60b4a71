package dev.portcullis.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That SCIM and a person's newest claim disagree on a group, and that no sign-in will settle it:
 * the claim is the later of the two.
 *
 * @param email the person's handle; empty if there is none
 * @param team the team's identifier
 * @param name the name by which the claim means the group
 * @param scimSaysMember whether SCIM's word is <i>member</i>, and the claim lacks the group;
 *     otherwise SCIM took the person out, and the claim names the group
 * @param saidAt when SCIM said so
 * @param saidBy the request in which it did; empty for a complete statement without the person
 * @param claimedAt of when the claim is
 * @param belongs what follows from the two
 */
public record Drift(
    UUID userId,
    Optional<String> email,
    UUID groupId,
    String team,
    String name,
    boolean scimSaysMember,
    Instant saidAt,
    Optional<String> saidBy,
    Instant claimedAt,
    boolean belongs) {}
