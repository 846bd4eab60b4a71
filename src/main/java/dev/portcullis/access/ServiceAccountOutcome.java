package dev.portcullis.access;

import dev.portcullis.directory.User;
import dev.portcullis.organization.ClientCredentials;
import java.util.List;

/** What became of a new service account. */
public sealed interface ServiceAccountOutcome {

  /** It exists, with credentials that are not shown again. */
  record Created(User user, ClientCredentials credentials) implements ServiceAccountOutcome {}

  /** Somebody has that identifier. */
  record Taken(String identifier) implements ServiceAccountOutcome {}

  /** It cannot be so; every problem names its field. */
  record Rejected(List<String> problems) implements ServiceAccountOutcome {}
}
