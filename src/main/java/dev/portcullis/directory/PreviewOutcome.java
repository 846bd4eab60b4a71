package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionOutcome;

/** What became of a look at what a change would do. */
public sealed interface PreviewOutcome {

  /** What would be; nothing is stored. */
  record Previewed(Connection connection, MembershipPreview preview) implements PreviewOutcome {}

  /** The change itself would not be accepted. */
  record Refused(ConnectionOutcome why) implements PreviewOutcome {}

  /** More memberships would have to be compared than a request may. */
  record TooMany(int limit) implements PreviewOutcome {}
}
