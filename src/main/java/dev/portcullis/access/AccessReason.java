package dev.portcullis.access;

import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Evidence;
import dev.portcullis.permission.RuleSource;
import java.util.List;
import java.util.Optional;

/**
 * Why an answer is what it is, from the permission document to the evidence.
 *
 * @param message one sentence for a person
 * @param rule where the permission is written
 * @param role the role held, or the one that would be needed
 * @param team identifier of the team that decides, or of the one that would be needed
 * @param user the e-mail address that decides, or the one that would be needed
 * @param group the provider's name of the group that gives the role or the team
 * @param groupRule identifier of the group rule that gives the role
 * @param evidence on what the membership rests
 */
public record AccessReason(
    Kind kind,
    String message,
    Optional<RuleSource> rule,
    Optional<String> role,
    Optional<String> team,
    Optional<String> user,
    Optional<String> group,
    Optional<String> groupRule,
    List<Evidence> evidence) {

  /** What sort of reason it is. */
  public enum Kind {
    ADMIN("admin"),
    ROLE("role"),
    OWNED_BY_TEAM("ownedByTeam"),
    TEAM("team"),
    USER("user"),
    POLICY("policy"),
    /** What would have been needed. */
    NEEDED("needed"),
    /** A policy that could not be evaluated. */
    POLICY_FAILED("policyFailed"),
    /** A policy that its own block puts out of force. */
    POLICY_IGNORED("policyIgnored"),
    /** A policy's query found more than it may yield. */
    POLICY_CAPPED("policyCapped"),
    UNKNOWN_SUBJECT("unknownSubject"),
    AMBIGUOUS_SUBJECT("ambiguousSubject"),
    INACTIVE_SUBJECT("inactiveSubject"),
    /** The subject's connection is disabled or deleted. */
    CONNECTION_DISABLED("connectionDisabled"),
    UNKNOWN_ACTION("unknownAction"),
    UNKNOWN_RESOURCE("unknownResource"),
    /** One question of several cannot be read. */
    INVALID_QUESTION("invalidQuestion");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The name in replies. */
    public String wireName() {
      return wireName;
    }
  }

  static AccessReason of(Kind kind, String message) {
    return new AccessReason(
        kind,
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  AccessReason writtenIn(RuleSource source) {
    return new AccessReason(
        kind, message, Optional.of(source), role, team, user, group, groupRule, evidence);
  }

  AccessReason withRole(String name) {
    return new AccessReason(
        kind, message, rule, Optional.of(name), team, user, group, groupRule, evidence);
  }

  AccessReason withTeam(String identifier) {
    return new AccessReason(
        kind, message, rule, role, Optional.of(identifier), user, group, groupRule, evidence);
  }

  AccessReason withUser(String email) {
    return new AccessReason(
        kind, message, rule, role, team, Optional.of(email), group, groupRule, evidence);
  }

  AccessReason through(Belonging belonging) {
    return new AccessReason(
        kind,
        message,
        rule,
        role,
        team,
        user,
        Optional.of(belonging.displayName()),
        groupRule,
        belonging.evidence());
  }

  AccessReason byGroupRule(GroupRule granting) {
    return new AccessReason(
        kind, message, rule, role, team, user, group, Optional.of(granting.identifier()), evidence);
  }
}
