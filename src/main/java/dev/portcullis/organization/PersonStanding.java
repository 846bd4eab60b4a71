package dev.portcullis.organization;

import java.util.Optional;
import java.util.UUID;

/** Knows whether somebody who signed in may still act; told by the room that owns sessions. */
public interface PersonStanding {

  /**
   * Whether the person is still active with that credential epoch, their connection enabled, and
   * their session, if the token is of one, not over.
   */
  boolean stands(UUID organizationId, Actor.Person person);

  /**
   * The user as an actor who came by a client id and secret of their own; empty if they may not act
   * now: there is no such user, they are not active, or their connection is not enabled.
   */
  Optional<Actor.Person> byOwnCredentials(UUID organizationId, UUID userId);
}
