package dev.portcullis.directory;

import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Groups that come: pushed by SCIM, adopted from a sign-in, or named by a claim. */
@Component
class NewGroups {

  private final Groups groups;
  private final GroupNames names;
  private final NameVerdicts verdicts;
  private final MemberStatements members;
  private final DatabaseClock clock;
  private final MembershipRows memberships;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  NewGroups(
      Groups groups,
      GroupNames names,
      NameVerdicts verdicts,
      MemberStatements members,
      DatabaseClock clock,
      MembershipRows memberships,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.groups = groups;
    this.names = names;
    this.verdicts = verdicts;
    this.members = members;
    this.clock = clock;
    this.memberships = memberships;
    this.audit = audit;
    this.events = events;
  }

  GroupOutcome create(Caller caller, Connection connection, GroupDraft draft) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new GroupOutcome.NotProvisionedByScim();
    }
    MemberWords words =
        draft.members().isEmpty()
            ? MemberWords.of(List.of())
            : MemberWords.of(List.of(new GroupChange.ReplaceMembers(draft.members())));
    Optional<String> problem = draft.problem().or(() -> MemberStatements.problem(words));
    if (problem.isPresent()) {
      return new GroupOutcome.Rejected(problem.get());
    }
    List<String> strangers = members.refused(connection, words);
    if (!strangers.isEmpty()) {
      return new GroupOutcome.UnknownMembers(strangers);
    }
    Optional<Group> bearer = groups.lockNamed(connection, draft.displayName());
    if (bearer.filter(group -> group.scimManagedSince().isPresent()).isPresent()) {
      return new GroupOutcome.NameTaken(draft.displayName());
    }
    List<UUID> atStake =
        words.complete() ? bearer.map(memberships::membersOf).orElse(List.of()) : List.of();
    Group group =
        bearer.map(found -> adopted(found, draft)).orElseGet(() -> made(connection, draft, true));
    MemberStatements.Said said = members.say(caller, connection, group, words);
    GroupDelta delta = said.delta(false);
    audit.record(caller, delta.created(group));
    StandingLost.ofGroup(caller, group, atStake).ifPresent(events::publishEvent);
    return new GroupOutcome.Created(group, delta);
  }

  private Group adopted(Group found, GroupDraft draft) {
    Instant now = clock.now();
    Group group =
        found
            .withExternalId(draft.externalId())
            .withAttributes(draft.attributes())
            .withScimManagedSince(now)
            .counted(now);
    groups.update(found, group);
    return group;
  }

  /** Makes a group that nobody bears the name of, for a push or for a claim. */
  Group made(Connection connection, GroupDraft draft, boolean byScim) {
    String displayName = draft.displayName();
    // Before anything that another transaction may wait for: it may lock the connection.
    verdicts.judge(connection, List.of(displayName));
    Instant now = clock.now();
    Group group =
        new Group(
            connection.organizationId(),
            TimeOrderedId.next(),
            Optional.of(connection.id()),
            displayName,
            draft.externalId(),
            draft.attributes(),
            names.identifierFor(connection.organizationId(), displayName),
            names.shownNameFor(connection, displayName),
            byScim ? Optional.of(now) : Optional.empty(),
            1,
            now,
            now);
    groups.insert(group);
    names.identify(group);
    names.bear(group, connection, now);
    return group;
  }
}
