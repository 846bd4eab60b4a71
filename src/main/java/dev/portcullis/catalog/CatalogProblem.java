package dev.portcullis.catalog;

/**
 * One thing that is wrong with what somebody wants to store.
 *
 * @param field where, such as {@code schema.required}
 * @param message what is wrong and what to change
 */
public record CatalogProblem(Kind kind, String field, String message) {

  /** The kinds of mistakes that Port tells apart. */
  public enum Kind {
    /** The blueprint or entity is malformed in itself. */
    MALFORMED,
    /** An identifier that only the server gives. */
    SYSTEM_IDENTIFIER,
    /** The entity does not fit its blueprint. */
    SCHEMA_MISMATCH,
    /** The entity lacks what its blueprint requires. */
    MISSING_PROPERTY
  }

  static CatalogProblem malformed(String field, String message) {
    return new CatalogProblem(Kind.MALFORMED, field, message);
  }

  static CatalogProblem mismatch(String field, String message) {
    return new CatalogProblem(Kind.SCHEMA_MISMATCH, field, message);
  }

  static CatalogProblem missing(String field, String message) {
    return new CatalogProblem(Kind.MISSING_PROPERTY, field, message);
  }

  static CatalogProblem system(String field, String identifier) {
    return new CatalogProblem(
        Kind.SYSTEM_IDENTIFIER,
        field,
        "identifier `%s` begins with `_`, which the server keeps for itself; choose another"
            .formatted(identifier));
  }
}
