package dev.portcullis.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A place in the audit log; what comes behind it is older. */
public record LogPosition(Instant at, UUID id) {

  /** Before everything. */
  public static final LogPosition NEWEST =
      new LogPosition(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1L, -1L));

  /**
   * The order of the log, as the databases sort too: ids are all of version 7, for which Java's
   * signed comparison and theirs agree.
   */
  static final Comparator<LogPosition> NEWEST_FIRST =
      Comparator.comparing(LogPosition::at).thenComparing(LogPosition::id).reversed();
}
