package dev.portcullis.access;

import java.util.List;

/** What became of a change to a permission document. */
public sealed interface PermissionsOutcome {

  /**
   * The document is in force as shown.
   *
   * @param warnings what in the change names nothing that is known at present, as sentences
   */
  record Stored(VersionedPermissions document, List<String> warnings)
      implements PermissionsOutcome {}

  /** The organization has no such blueprint. */
  record BlueprintNotFound() implements PermissionsOutcome {}

  /** The change names properties or relations that the blueprint has not. */
  record UnknownFields(List<String> properties, List<String> relations)
      implements PermissionsOutcome {}

  /** It cannot be so; every problem names its field. */
  record Rejected(List<String> problems) implements PermissionsOutcome {}
}
