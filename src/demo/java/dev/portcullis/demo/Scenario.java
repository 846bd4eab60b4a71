package dev.portcullis.demo;

import dev.portcullis.demo.NameFilter.Kind;
import java.util.List;
import java.util.function.Predicate;

/** What the administrators of this demo have configured, at Okta and at Portcullis. */
final class Scenario {

  static final String CONNECTION = "okta";
  static final String BLUEPRINT = "repository";

  /**
   * Okta's filter on the claim: four of the organisations. Groups of the others never reach a
   * token, so a person who is only in those brings no claim.
   */
  static final NameFilter CLAIM_FILTER =
      new NameFilter(Kind.MATCHES_REGEX, "(kubernetes|kubernetes-sigs|kubernetes-csi|etcd-io)/.*");

  /**
   * The connection's own filter: groups that carry a responsibility. Without it every sign-in would
   * bring {@code …/everyone} and dozens of groups that exist to be mentioned in comments.
   */
  static final NameFilter GROUP_FILTER =
      new NameFilter(
          Kind.MATCHES_REGEX, "[^/]+/(owners|steering-committee|.+-(admins|maintainers|leads))");

  /** The groups that moderate: owners of the GitHub organisations, steering, release leads. */
  static final List<ModeratorRule> MODERATOR_RULES =
      List.of(
          new ModeratorRule(
              "github-owners",
              "GitHub owners moderate repositories",
              new NameFilter(Kind.MATCHES_REGEX, "kubernetes(-sigs)?/owners")),
          new ModeratorRule(
              "steering-committee",
              "The steering committee moderates repositories",
              new NameFilter(Kind.EQUALS, "kubernetes/steering-committee")),
          new ModeratorRule(
              "release-leads",
              "Leads of SIG Release moderate repositories",
              new NameFilter(Kind.STARTS_WITH, "kubernetes/sig-release-leads")));

  private Scenario() {}

  /** A group rule that makes its groups moderators of the repositories. */
  record ModeratorRule(String identifier, String title, NameFilter groups) {}

  /** Whether membership of a group of this name makes somebody a moderator. */
  static Predicate<String> moderates() {
    return name -> MODERATOR_RULES.stream().anyMatch(rule -> rule.groups().test(name));
  }
}
