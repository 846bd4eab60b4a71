package dev.portcullis.access;

import java.util.Optional;

/**
 * A team that a permission document names.
 *
 * @param sent as the writer named it, and as it is answered
 * @param identifier of the team that this meant when it was written; empty where it meant none, and
 *     then it means none until it is written again
 */
public record BoundTeam(String sent, Optional<String> identifier) {}
