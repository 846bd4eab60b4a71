package dev.portcullis.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who made something and who changed it last, by the names that the audit trail uses. Times are in
 * microseconds, as the databases keep them, so that a first reply equals every later one.
 */
public record Provenance(Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {

  static Provenance made(Instant at, String by) {
    Instant stored = at.truncatedTo(ChronoUnit.MICROS);
    return new Provenance(stored, by, stored, by);
  }

  Provenance changed(Instant at, String by) {
    return new Provenance(createdAt, createdBy, at.truncatedTo(ChronoUnit.MICROS), by);
  }
}
