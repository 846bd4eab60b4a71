package dev.portcullis.access;

import dev.portcullis.directory.KnownPerson;
import java.util.Optional;
import java.util.Set;

/**
 * The people whom somebody may be told of.
 *
 * @param identifiers of their entities; empty for everybody
 */
record Audience(Optional<Set<String>> identifiers) {

  /** What Admins and API clients may be told. */
  static final Audience EVERYBODY = new Audience(Optional.empty());

  static Audience of(Set<String> identifiers) {
    return new Audience(Optional.of(Set.copyOf(identifiers)));
  }

  boolean has(KnownPerson person) {
    String identifier = UserEntities.identifier(person.user(), person.details().handle());
    return identifiers.map(some -> some.contains(identifier)).orElse(true);
  }
}
