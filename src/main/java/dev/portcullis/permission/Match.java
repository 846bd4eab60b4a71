package dev.portcullis.permission;

/** What of the subject met a rule's condition, so that its evidence can be looked up. */
public sealed interface Match {

  /** The role held, which may stand above the one that the rule grants to. */
  record HoldsRole(Role role) implements Match {}

  /** A team of the subject: the one that the rule names, or one that owns the resource. */
  record BelongsTo(String team) implements Match {}

  /** The folded e-mail address that the rule names. */
  record KnownAs(String handle) implements Match {}

  /** The resource and what the request is made in meet the rule's policy. */
  record MeetsPolicy() implements Match {}
}
