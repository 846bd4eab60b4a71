package dev.portcullis.directory;

import java.util.List;

/** What became of an Admin's edit of a person. */
public sealed interface PersonOutcome {

  /**
   * The person is stored as shown.
   *
   * @param ignored the names of what was left out, because it is the provider's
   */
  record Stored(User user, List<String> ignored) implements PersonOutcome {}

  /** The person is gone. */
  record Deleted() implements PersonOutcome {}

  /** The organization has no such user. */
  record NotFound() implements PersonOutcome {}

  /**
   * SCIM manages the person, and these are the provider's; nothing is stored, because nothing else
   * was wanted, or because a part was not enough.
   */
  record OwnedByScim(List<String> fields) implements PersonOutcome {}

  /** Somebody else is known by that e-mail. */
  record EmailTaken() implements PersonOutcome {}

  /** It cannot be so; each problem names a field and what to change. */
  record Rejected(List<String> problems) implements PersonOutcome {}
}
