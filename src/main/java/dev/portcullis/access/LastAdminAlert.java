package dev.portcullis.access;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.StandingLost;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.UserStatus;
import dev.portcullis.organization.Caller;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Raises an alert where an identity provider takes the last Admin away. What it says takes effect
 * all the same; the way back in is an app.
 *
 * <p>One statement where somebody leaves a group that makes nobody an Admin. Two transactions that
 * each take one of the last two do not both stay silent: the check locks the organization, and sees
 * what those did who had it before.
 */
@Component
class LastAdminAlert {

  /** The kind of thing in the audit log. */
  static final String RESOURCE = "admins";

  private static final int MAX_NAMED = 100;

  private static final Set<UserStatus> ACTING =
      EnumSet.of(UserStatus.ACTIVE, UserStatus.STAGED, UserStatus.INVITED);

  private final GroupRuleRows rules;
  private final Admins admins;
  private final Memberships memberships;
  private final AuditTrail audit;

  LastAdminAlert(GroupRuleRows rules, Admins admins, Memberships memberships, AuditTrail audit) {
    this.rules = rules;
    this.admins = admins;
    this.memberships = memberships;
    this.audit = audit;
  }

  @EventListener
  void on(StandingLost lost) {
    Caller caller = lost.caller();
    if (tookAnAdmin(lost) && !admins.hasAdmin(caller.organizationId())) {
      audit.record(
          caller,
          AuditEntry.updated(
              RESOURCE,
              caller.organizationId().toString(),
              Map.of("present", true),
              Map.of("present", false, "people", people(lost))));
    }
  }

  /** Whose standing went, by id; one of them, or several, were the last. */
  private static List<String> people(StandingLost lost) {
    return lost.people().stream().map(UUID::toString).sorted().limit(MAX_NAMED).toList();
  }

  private boolean tookAnAdmin(StandingLost lost) {
    UUID organizationId = lost.caller().organizationId();
    return (lost.adminByHand() || madeAdmins(organizationId, lost))
        && (lost.ended() || couldAct(organizationId, lost));
  }

  private boolean madeAdmins(UUID organizationId, StandingLost lost) {
    return !lost.groups().isEmpty()
        && rules.makingAdmins(organizationId).stream()
            .anyMatch(rule ->
                lost.groups().stream()
                    .anyMatch(group -> rule.covers(group.connectionId(), group.displayName())));
  }

  private boolean couldAct(UUID organizationId, StandingLost lost) {
    Set<String> ids =
        lost.people().stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet());
    return memberships.subjects(organizationId, ids).values().stream()
        .anyMatch(subject ->
            subject instanceof SubjectOutcome.Found(var user, boolean enabled)
                && enabled
                && ACTING.contains(user.status()));
  }
}
