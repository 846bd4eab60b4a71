package dev.portcullis.organization;

import java.util.UUID;

/** Knows whether somebody who signed in may still act; told by the room that owns sessions. */
public interface PersonStanding {

  /**
   * Whether the person is still active with that credential epoch, their connection enabled, and
   * their session, if the token is of one, not over.
   */
  boolean stands(UUID organizationId, Actor.Person person);
}
