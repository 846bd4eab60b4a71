package dev.portcullis.access;

import java.util.List;

/** What became of an Admin's edit of somebody's account. */
public sealed interface AccountOutcome {

  /**
   * The account is as shown.
   *
   * @param ignored the names of fields that were left out, because the provider owns them
   */
  record Stored(PersonAccount account, List<String> ignored) implements AccountOutcome {}

  /** The person is awaited. */
  record Invited(PersonAccount account) implements AccountOutcome {}

  /** The person is gone. */
  record Deleted() implements AccountOutcome {}

  /** The organization has nobody who is meant by that. */
  record NotFound() implements AccountOutcome {}

  /** The organization has no such connection. */
  record ConnectionNotFound(String name) implements AccountOutcome {}

  /** The provider owns these fields of a person whom SCIM manages; nothing is stored. */
  record OwnedByScim(List<String> fields) implements AccountOutcome {}

  /** Somebody else is known by that e-mail. */
  record EmailTaken() implements AccountOutcome {}

  /** Nobody changes their own status, or deletes themselves. */
  record OwnStatus() implements AccountOutcome {}

  /** The organization would have no Admin any more. */
  record LastAdmin() implements AccountOutcome {}

  /** It cannot be so; each problem names a field and what to change. */
  record Rejected(List<String> problems) implements AccountOutcome {}
}
