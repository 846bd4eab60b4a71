package dev.portcullis.directory;

/** What became of a person whom an Admin moves, or of a handle that an Admin gives. */
public sealed interface MoveOutcome {

  /** The person as they are now. */
  record Moved(User user) implements MoveOutcome {}

  /** The organization has no such user. */
  record UserNotFound() implements MoveOutcome {}

  /** The organization has no such connection. */
  record ConnectionNotFound(String name) implements MoveOutcome {}

  /** Another user, whom SCIM manages, bears that external id there. */
  record Taken() implements MoveOutcome {}

  /** It cannot be so; the problem says what to change. */
  record Rejected(String problem) implements MoveOutcome {}
}
