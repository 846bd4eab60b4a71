package dev.portcullis.organization;

import java.util.List;

/** What became of a change to an application. */
public sealed interface ApplicationOutcome {

  /** It is stored as shown. */
  record Stored(PortalApplication application) implements ApplicationOutcome {}

  /** It is gone. */
  record Deleted() implements ApplicationOutcome {}

  /** The organization has none of that client id. */
  record NotFound() implements ApplicationOutcome {}

  /** These connections name it; it cannot go before they name another or none. */
  record InUse(List<String> connections) implements ApplicationOutcome {}

  /** It cannot be so; every problem names its field. */
  record Rejected(List<String> problems) implements ApplicationOutcome {}
}
