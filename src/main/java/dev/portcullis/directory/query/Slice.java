package dev.portcullis.directory.query;

import java.util.Optional;
import java.util.UUID;

/**
 * Which part of a result is wanted.
 *
 * @param after only what has a greater id, where results come in order of their ids
 * @param offset how many are passed over
 * @param count the most that come
 */
public record Slice(Optional<UUID> after, long offset, int count) {

  /** Whether it leaves something out at the beginning, so that it may be empty for all that is. */
  public boolean skips() {
    return after.isPresent() || offset > 0;
  }

  /** Puts it behind rows of that alias and identifier. */
  SqlPart of(SqlPart rows, String id, String order) {
    SqlPart from = after.map(last -> rows.then(" and " + id + " > ?", last)).orElse(rows);
    return from.then(" order by " + order + " offset ? rows fetch next ? rows only", offset, count);
  }
}
