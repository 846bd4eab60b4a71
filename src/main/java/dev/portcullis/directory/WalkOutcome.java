package dev.portcullis.directory;

import java.util.List;
import java.util.Optional;

/** What came of a step of a walk by cursor. */
public sealed interface WalkOutcome {

  /**
   * The next results.
   *
   * @param total how many match now, or in a fixed order matched when the walk began
   * @param next where to go on; empty at the end
   */
  record Part(long total, List<DirectoryResource> elements, Optional<Cursor> next)
      implements WalkOutcome {
    public Part {
      elements = List.copyOf(elements);
    }
  }

  /** The walk is over its time, or was never begun by this connection. */
  record Expired() implements WalkOutcome {}

  /** More matches than a walk in this order can lead through; in order of the ids it can. */
  record TooMany(int limit) implements WalkOutcome {}
}
