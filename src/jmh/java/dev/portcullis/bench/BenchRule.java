package dev.portcullis.bench;

/**
 * A rule as every engine can say it.
 *
 * @param blueprint the resource type that it is about
 * @param action Port's name of what it grants
 * @param grantee what kind of thing it grants to
 * @param name of the team, role or user; empty for owners
 */
record BenchRule(String blueprint, String action, Grantee grantee, String name) {

  enum Grantee {
    ROLE,
    OWNERS,
    TEAM,
    USER
  }
}
