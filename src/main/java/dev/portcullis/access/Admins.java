package dev.portcullis.access;

import dev.portcullis.connection.AdminCheck;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.Team;
import dev.portcullis.directory.User;
import dev.portcullis.organization.AdminPeople;
import dev.portcullis.organization.Organizations;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks whether an organization has somebody left who is an Admin. */
@Component
class Admins implements AdminCheck, AdminPeople {

  /** More groups than any organization has. */
  private static final int ALL = 1_000_000;

  private final GroupRuleRows rules;
  private final Memberships memberships;
  private final AccessSubjects subjects;
  private final Organizations organizations;

  Admins(
      GroupRuleRows rules,
      Memberships memberships,
      AccessSubjects subjects,
      Organizations organizations) {
    this.rules = rules;
    this.memberships = memberships;
    this.subjects = subjects;
    this.organizations = organizations;
  }

  /** Whether a user may act and is an Admin at this moment. */
  boolean isOne(User user) {
    boolean mayAct =
        switch (user.status()) {
          case ACTIVE, STAGED, INVITED -> true;
          case PARKED, DISABLED, DELETED -> false;
        };
    return mayAct
        && subjects.of(user).standing().effective().role().equals(PortRole.ADMIN.wireName());
  }

  /**
   * Two who each take the other for the Admin that remains must not both go: whoever asks waits for
   * those who asked before, and sees what they did.
   */
  @Override
  public boolean hasAdmin(UUID organizationId) {
    organizations.lock(organizationId);
    List<GroupRule> granting =
        rules.allLocked(organizationId).stream()
            .filter(rule -> rule.grant().role() == PortRole.ADMIN)
            .toList();
    return memberships.hasAdminByHand(organizationId)
        || (!granting.isEmpty()
            && memberships.hasMember(organizationId, groups(organizationId, granting)));
  }

  private List<UUID> groups(UUID organizationId, List<GroupRule> granting) {
    return memberships.teams(organizationId, ALL).stream()
        .filter(team ->
            granting.stream()
                .anyMatch(rule -> rule.covers(team.connectionId(), team.displayName())))
        .map(Team::groupId)
        .toList();
  }
}
