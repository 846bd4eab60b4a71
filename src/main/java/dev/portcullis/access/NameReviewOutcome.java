package dev.portcullis.access;

import java.util.List;

/** What became of the confirmation that groups may make Admins. */
public sealed interface NameReviewOutcome {

  /** A group that is confirmed, by the names of its connection and its own. */
  record ConfirmedGroup(String connection, String name) {}

  /** These are confirmed, those of earlier reviews among them. */
  record Confirmed(List<ConfirmedGroup> groups) implements NameReviewOutcome {}

  /** The organization has no rule of that identifier. */
  record NotFound() implements NameReviewOutcome {}

  /** Nothing is confirmed; every problem says why. */
  record Rejected(List<String> problems) implements NameReviewOutcome {}
}
