package dev.portcullis.access;

import dev.portcullis.audit.LogQuery;

/** How much of the audit log somebody may read. */
public sealed interface AuditReach {

  /** What the query asks for, or what of it the caller may see. */
  record Within(LogQuery query) implements AuditReach {}

  /** The caller must name what they want to read of. */
  record Unnamed() implements AuditReach {}
}
