package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeSchema;
import java.util.List;

/** What became of a change to an organization's schemas. */
public sealed interface AttributeSchemaOutcome {

  /** It is stored as shown. */
  record Stored(AttributeSchema schema) implements AttributeSchemaOutcome {}

  /** It is gone. */
  record Deleted() implements AttributeSchemaOutcome {}

  /** The organization has no schema of that URN. */
  record NotFound() implements AttributeSchemaOutcome {}

  /** This URN is declared already, or one with which it could be mistaken in a path. */
  record Taken(String urn) implements AttributeSchemaOutcome {}

  /**
   * Values are stored of what would go or be of another type.
   *
   * @param paths of these attributes and parts, all if empty
   * @param holders how many users or groups have such values
   */
  record InUse(List<List<String>> paths, long holders) implements AttributeSchemaOutcome {}

  /** It cannot be so; each problem says what to change. */
  record Rejected(List<String> problems) implements AttributeSchemaOutcome {}
}
