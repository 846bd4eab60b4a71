package dev.portcullis.access;

/** Who may call a route. An API client may call them all; beyond that it is about people. */
public enum RouteRight {
  /** Anybody, without a token. */
  ANYBODY,
  /** Everybody who is signed in. */
  MEMBERS,
  /** Everybody about themselves, an Admin about all. */
  THEMSELVES,
  /** An Admin, or a moderator of the blueprint that the path names. */
  KEEPERS,
  /** An Admin. */
  ADMINS
}
