package dev.portcullis.directory;

/** What became of a change to a user. */
public sealed interface UserOutcome {

  /** The user is new to the client: made, adopted from a sign-in, or restored. */
  record Created(User user) implements UserOutcome {}

  /**
   * The user is stored as shown; {@code changed} tells whether anything is otherwise than before.
   */
  record Stored(User user, boolean changed) implements UserOutcome {}

  /** The user is gone. */
  record Deleted() implements UserOutcome {}

  /** The connection has no such user. */
  record NotFound() implements UserOutcome {}

  /** The user is of another version than the change was meant for. */
  record Stale() implements UserOutcome {}

  /** Another user of the connection has that value of a unique attribute. */
  record Conflict(String attribute) implements UserOutcome {}

  /** It cannot be so; the problem names the attribute and what to change. */
  record Rejected(String problem) implements UserOutcome {}

  /** Users of this connection are made by sign-ins only. */
  record NotProvisionedByScim() implements UserOutcome {}
}
