package dev.portcullis.catalog;

import java.util.List;

/** What became of a deletion of a blueprint, or of all its entities. */
public sealed interface BlueprintRemoval {

  /** It is gone. */
  record Removed() implements BlueprintRemoval {}

  /** All of its entities are gone, and the blueprint too if that was wanted. */
  record Migrated(BlueprintMigration migration) implements BlueprintRemoval {}

  /** The organization has none of that identifier. */
  record NotFound(String identifier) implements BlueprintRemoval {}

  /** It is the server's own. */
  record Guarded(String identifier) implements BlueprintRemoval {}

  /**
   * Something depends on it.
   *
   * @param dependents what, for the person who would have to delete it first
   */
  record HasDependents(String identifier, List<String> dependents) implements BlueprintRemoval {}
}
