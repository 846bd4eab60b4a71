package dev.portcullis.connection;

/** What a sign-in without a groups claim means; Okta leaves the claim out when nothing matches. */
public enum AbsentClaim {
  /** Empty where there is good reason to believe so, else held. */
  AUTO,
  /** The person is in no group. */
  EMPTY,
  /** Nothing is known, so nothing changes. */
  HOLD
}
