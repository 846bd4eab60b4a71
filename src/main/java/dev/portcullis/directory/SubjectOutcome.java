package dev.portcullis.directory;

/** Whom a subject's identifier means. */
public sealed interface SubjectOutcome {

  /** Exactly one person, whose connection is alive and enabled as told. */
  record Found(User user, boolean connectionEnabled) implements SubjectOutcome {}

  /** Nobody. */
  record Unknown() implements SubjectOutcome {}

  /** Several people bear that user name, so it means none of them. */
  record Ambiguous() implements SubjectOutcome {}
}
