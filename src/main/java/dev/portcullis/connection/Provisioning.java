package dev.portcullis.connection;

/** Which of the two ways may make users of a connection. */
public enum Provisioning {
  /** SCIM pushes people, and a sign-in makes whom SCIM has not pushed. */
  SCIM_AND_SIGN_IN("scim+sign-in"),
  /** Only SCIM makes people; an unknown person's sign-in is refused. */
  SCIM("scim"),
  /** Only sign-ins make people; SCIM writes are refused. */
  SIGN_IN("sign-in");

  private final String wireName;

  Provisioning(String wireName) {
    this.wireName = wireName;
  }

  /** The name in requests and replies. */
  public String wireName() {
    return wireName;
  }

  /** Whether a SCIM client may write. */
  public boolean allowsScim() {
    return this != SIGN_IN;
  }

  /** Whether a sign-in may make a user. */
  public boolean allowsSignInToMakeUsers() {
    return this != SCIM;
  }
}
