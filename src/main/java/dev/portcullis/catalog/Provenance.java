package dev.portcullis.catalog;

import java.time.Instant;

/** Who made something and who changed it last, by the names that the audit trail uses. */
public record Provenance(Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {

  static Provenance made(Instant at, String by) {
    return new Provenance(at, by, at, by);
  }

  Provenance changed(Instant at, String by) {
    return new Provenance(createdAt, createdBy, at, by);
  }
}
