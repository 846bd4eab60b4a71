package dev.portcullis.signin;

/** Whose tokens a provider wants revoked, by a subject identifier of RFC 9493. */
public sealed interface RevokedSubject {

  /** Whoever has this e-mail (§3.2.2). */
  record Email(String email) implements RevokedSubject {}

  /** A person by an issuer's id of them (§3.2.4). */
  record IssuerSubject(String issuer, String subject) implements RevokedSubject {}

  /** It cannot be told. */
  record Unreadable(String problem) implements RevokedSubject {}
}
