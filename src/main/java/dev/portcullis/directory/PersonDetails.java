package dev.portcullis.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What decides about a user's rights, beside the user.
 *
 * @param handle the e-mail by which the portal knows the user
 * @param belongings in order of the teams' identifiers
 * @param teams every identifier that means one of the user's groups
 */
public record PersonDetails(
    Optional<String> handle, List<Belonging> belongings, Map<String, UUID> teams) {

  /** Those of whoever has nothing. */
  public static final PersonDetails NONE = new PersonDetails(Optional.empty(), List.of(), Map.of());

  public PersonDetails {
    belongings = List.copyOf(belongings);
    teams = Map.copyOf(teams);
  }
}
