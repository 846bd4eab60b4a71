package dev.portcullis.organization;

import java.util.List;

/** What became of a change to an app. */
public sealed interface AppOutcome {

  /** It is stored as shown. */
  record Stored(App app) implements AppOutcome {}

  /** The same, and it has a new secret, which is not shown again. */
  record WithSecret(App app, ClientCredentials credentials) implements AppOutcome {}

  /** It is gone. */
  record Deleted() implements AppOutcome {}

  /** The organization has none of that id. */
  record NotFound() implements AppOutcome {}

  /** It cannot be so; every problem names its field. */
  record Rejected(List<String> problems) implements AppOutcome {}

  /** Something else stands in the way; the text says what to do first. */
  record InTheWay(String obstacle) implements AppOutcome {}

  /** The caller is limited to scopes, and this app has or would have others. */
  record BeyondCaller(List<String> missing) implements AppOutcome {}
}
