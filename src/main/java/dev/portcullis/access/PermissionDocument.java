package dev.portcullis.access;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who may do what with the entities of a blueprint, with an action, or with a page. */
public sealed interface PermissionDocument
    permits BlueprintPermissions, ActionPermissions, PagePermissions {

  /** Every block with its place, in order. */
  Stream<KeyedBlock> blocks();

  /** The same document with every block as the edit leaves it. */
  PermissionDocument edited(UnaryOperator<KeyedBlock> edit);
}
