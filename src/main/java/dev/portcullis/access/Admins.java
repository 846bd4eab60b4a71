package dev.portcullis.access;

import dev.portcullis.connection.AdminCheck;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.Team;
import dev.portcullis.organization.AdminPeople;
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

  Admins(GroupRuleRows rules, Memberships memberships) {
    this.rules = rules;
    this.memberships = memberships;
  }

  @Override
  public boolean hasAdmin(UUID organizationId) {
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
