package dev.portcullis.connection;

import java.util.List;

/** What became of a change to a connection. */
public sealed interface ConnectionOutcome {

  /** It is stored as shown. */
  record Stored(Connection connection) implements ConnectionOutcome {}

  /** It is gone: no sign-in, no SCIM token of it works any more. Its users and groups remain. */
  record Deleted() implements ConnectionOutcome {}

  /** The organization has none of that name. */
  record NotFound() implements ConnectionOutcome {}

  /** The organization has another one of that name. */
  record NameTaken(String name) implements ConnectionOutcome {}

  /** It cannot be so; every problem names its field. */
  record Rejected(List<String> problems) implements ConnectionOutcome {}

  /** It would take the role Admin from the last one who has it, so that nothing was changed. */
  record LastAdmin() implements ConnectionOutcome {}
}
