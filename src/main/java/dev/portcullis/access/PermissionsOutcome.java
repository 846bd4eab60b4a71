package dev.portcullis.access;

import java.util.List;

/** What became of a change to a permission document. */
public sealed interface PermissionsOutcome {

  /**
   * The document is in force as shown.
   *
   * @param warnings what in the change names nothing that is known at present, or will not do what
   *     it looks like, as sentences
   */
  record Stored(VersionedPermissions document, List<String> warnings)
      implements PermissionsOutcome {}

  /** The organization has no such blueprint, action or page. */
  record OwnerNotFound() implements PermissionsOutcome {}

  /** The document never had that version. */
  record VersionNotFound(long version) implements PermissionsOutcome {}

  /**
   * The change names properties or relations that the blueprint has not.
   *
   * @param problems what else is wrong with it
   */
  record UnknownFields(List<String> properties, List<String> relations, List<String> problems)
      implements PermissionsOutcome {}

  /** It cannot be so; every problem names its field. */
  record Rejected(List<String> problems) implements PermissionsOutcome {}
}
