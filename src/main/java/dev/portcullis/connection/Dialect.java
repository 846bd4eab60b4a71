package dev.portcullis.connection;

/** Which reading of SCIM a connection's client speaks. */
public enum Dialect {
  /** What Okta's client really sends. */
  OKTA,
  /** RFC 7643 and RFC 7644 to the letter. */
  RFC,
  /** The SCIM interoperability profile, which refuses what is ambiguous. */
  INTEROP
}
