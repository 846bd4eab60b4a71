package dev.portcullis.catalog;

import java.util.Optional;

/**
 * One thing that is wrong with what somebody wants to store.
 *
 * @param field where, such as {@code schema.required}
 * @param message what is wrong and what to change
 * @param identifier the one that only the server gives, where that is the mistake
 */
public record CatalogProblem(Kind kind, String field, String message, Optional<String> identifier) {

  /** The kinds of mistakes that Port tells apart. */
  public enum Kind {
    /** The blueprint or entity is malformed in itself. */
    MALFORMED,
    /** An identifier that only the server gives. */
    SYSTEM_IDENTIFIER,
    /** The entity does not fit its blueprint. */
    SCHEMA_MISMATCH,
    /** The entity lacks what its blueprint requires. */
    MISSING_PROPERTY,
    /** The path of an inherited ownership leads nowhere. */
    OWNERSHIP_PATH,
    /** The entity has its owners from another one and cannot name any itself. */
    INHERITED_OWNERSHIP,
    /** What only the server may change. */
    PROTECTED
  }

  static CatalogProblem malformed(String field, String message) {
    return new CatalogProblem(Kind.MALFORMED, field, message, Optional.empty());
  }

  static CatalogProblem mismatch(String field, String message) {
    return new CatalogProblem(Kind.SCHEMA_MISMATCH, field, message, Optional.empty());
  }

  static CatalogProblem missing(String field, String message) {
    return new CatalogProblem(Kind.MISSING_PROPERTY, field, message, Optional.empty());
  }

  static CatalogProblem system(String field, String identifier) {
    return new CatalogProblem(
        Kind.SYSTEM_IDENTIFIER,
        field,
        "begins with `_`, which the server keeps for itself; choose another",
        Optional.of(identifier));
  }

  static CatalogProblem ownershipPath(String field, String message) {
    return new CatalogProblem(Kind.OWNERSHIP_PATH, field, message, Optional.empty());
  }

  static CatalogProblem inheritedOwnership(String field, String message) {
    return new CatalogProblem(Kind.INHERITED_OWNERSHIP, field, message, Optional.empty());
  }

  static CatalogProblem guarded(String field, String message) {
    return new CatalogProblem(Kind.PROTECTED, field, message, Optional.empty());
  }
}
