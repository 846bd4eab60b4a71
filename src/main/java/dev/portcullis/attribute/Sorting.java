package dev.portcullis.attribute;

import java.util.Optional;

/**
 * In which order results come (RFC 7644 §3.4.2.3). What has no value of the attribute comes last in
 * ascending and first in descending order; of several values the primary one counts, else the
 * first. Ties, and results without an attribute to sort by, are in ascending order of their ids.
 */
public record Sorting(Optional<AttributeKey> by, boolean descending) {

  /** By id. */
  public static final Sorting BY_ID = new Sorting(Optional.empty(), false);
}
