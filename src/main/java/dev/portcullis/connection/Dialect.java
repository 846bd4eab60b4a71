package dev.portcullis.connection;

/**
 * Which reading of SCIM a connection's client speaks, and what follows from it for the directory.
 */
public enum Dialect {
  /** What Okta's client really sends. */
  OKTA(true, true),
  /** RFC 7643 and RFC 7644 to the letter. */
  RFC(false, true),
  /** The SCIM interoperability profile, which refuses what is ambiguous. */
  INTEROP(false, false);

  private final boolean restoresInactive;
  private final boolean parksUnknownMembers;

  Dialect(boolean restoresInactive, boolean parksUnknownMembers) {
    this.restoresInactive = restoresInactive;
    this.parksUnknownMembers = parksUnknownMembers;
  }

  /**
   * Whether a POST of a deactivated user's {@code externalId} brings that user back; otherwise it
   * is a conflict.
   */
  public boolean restoresInactive() {
    return restoresInactive;
  }

  /**
   * Whether a member's value that names nobody is kept until somebody bears it; otherwise it is
   * refused.
   */
  public boolean parksUnknownMembers() {
    return parksUnknownMembers;
  }
}
