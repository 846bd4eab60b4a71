package dev.portcullis.organization;

import java.util.List;

/** What became of the wish for another signing key. */
public sealed interface KeyRotationOutcome {

  /** These keys are or will be accepted, the newest first. */
  record Rotated(List<PublishedKey> keys) implements KeyRotationOutcome {}

  /** Only the operator may ask. */
  record NotOperator() implements KeyRotationOutcome {}
}
