package dev.portcullis.directory;

import java.util.List;
import java.util.Optional;

/**
 * A user with what decides about rights.
 *
 * @param handle the e-mail by which the portal knows the user
 * @param connectionEnabled whether the user's connection is alive and enabled; true for one who has
 *     none
 */
public record Person(
    User user, Optional<String> handle, boolean connectionEnabled, List<Belonging> belongings) {

  public Person {
    belongings = List.copyOf(belongings);
  }
}
