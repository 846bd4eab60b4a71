package dev.portcullis.directory;

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
  DELETED
}
