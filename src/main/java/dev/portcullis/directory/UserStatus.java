package dev.portcullis.directory;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a user stands. */
public enum UserStatus {
  /** Only a value that a push named as a member; no such user has come yet. */
  PARKED,
  /** Made by an Admin, not told yet. */
  STAGED,
  /** Made by an Admin and told by mail. */
  INVITED,
  /** May sign in. */
  ACTIVE,
  /** Deactivated: refused everywhere, kept with all that is known. */
  DISABLED,
  /** Gone; only the tombstone remains. */
  DELETED;

  private static final Set<UserStatus> SHOWN = EnumSet.of(STAGED, INVITED, ACTIVE, DISABLED);

  /** The status of that name among those that people are told; case does not count. */
  public static Optional<UserStatus> told(String name) {
    return SHOWN.stream().filter(status -> status.name().equalsIgnoreCase(name)).findFirst();
  }
}
