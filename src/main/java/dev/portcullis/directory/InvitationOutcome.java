package dev.portcullis.directory;

/** What became of an invitation. */
public sealed interface InvitationOutcome {

  /** They are awaited. */
  record Invited(User user) implements InvitationOutcome {}

  /** Somebody who has come already is known by that e-mail. */
  record AlreadyKnown() implements InvitationOutcome {}

  /** The organization has no such connection. */
  record ConnectionNotFound(String name) implements InvitationOutcome {}

  /** It cannot be so; the problem says what to change. */
  record Rejected(String problem) implements InvitationOutcome {}
}
