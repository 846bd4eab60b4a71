package dev.portcullis.access;

import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.User;
import java.util.List;
import java.util.Optional;

/**
 * A user with what the portal shows of them.
 *
 * @param handle the e-mail by which the portal knows them
 * @param teams in order of their identifiers
 */
public record PersonAccount(
    User user, Optional<String> handle, EffectiveRole role, List<Belonging> teams) {

  public PersonAccount {
    teams = List.copyOf(teams);
  }
}
