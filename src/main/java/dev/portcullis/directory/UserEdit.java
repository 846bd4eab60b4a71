package dev.portcullis.directory;

/**
 * A change of a profile, computed from the present one. It may run more than once, so it must have
 * no effect of its own; what it throws ends the transaction and reaches the edge.
 */
@FunctionalInterface
public interface UserEdit {

  /** The profile as it should be. */
  UserProfile apply(UserProfile current);
}
