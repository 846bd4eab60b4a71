package dev.portcullis.access;

import java.util.Optional;

/**
 * Where a part of a search begins, and how large it is to be.
 *
 * @param after the {@link SearchPage#next} of the part before
 * @param limit from 1 to {@value #MAX_LIMIT}
 */
public record SearchPlace(Optional<String> after, int limit) {

  /** The most results of one part. */
  public static final int MAX_LIMIT = 1_000;
}
