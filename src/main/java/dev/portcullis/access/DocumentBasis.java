package dev.portcullis.access;

import dev.portcullis.catalog.BlueprintDefinition;
import java.util.Optional;

/**
 * What an owner's permission document is made on.
 *
 * @param defaults what holds while nobody said anything
 * @param blueprint of the owner, if it has one
 */
record DocumentBasis(PermissionDocument defaults, Optional<BlueprintDefinition> blueprint) {

  /** A stored document over an owner that may have changed since. */
  PermissionDocument fitted(PermissionDocument stored) {
    return stored instanceof BlueprintPermissions permissions && blueprint.isPresent()
        ? permissions.fitted(blueprint.get())
        : stored;
  }
}
