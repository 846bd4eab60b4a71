package dev.portcullis.directory;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What SCIM may do to groups: load, decide, store, within the doorway's transaction. */
@Component
class GroupChanges {

  private final Groups groups;
  private final GroupNames names;
  private final NameVerdicts verdicts;
  private final MemberStatements members;
  private final MemberSelections selections;
  private final MembershipRows memberships;
  private final DatabaseClock clock;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  GroupChanges(
      Groups groups,
      GroupNames names,
      NameVerdicts verdicts,
      MemberStatements members,
      MemberSelections selections,
      MembershipRows memberships,
      DatabaseClock clock,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.groups = groups;
    this.names = names;
    this.verdicts = verdicts;
    this.members = members;
    this.selections = selections;
    this.memberships = memberships;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  GroupOutcome change(
      Caller caller,
      Connection connection,
      UUID groupId,
      Precondition precondition,
      List<GroupChange> changes) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new GroupOutcome.NotProvisionedByScim();
    }
    Optional<Group> found = groups.lock(connection, groupId);
    if (found.isEmpty()) {
      return new GroupOutcome.NotFound();
    }
    Group before = found.get();
    if (!precondition.holdsFor(before.version())) {
      return new GroupOutcome.Stale();
    }
    Group named = renamed(before, changes);
    MemberWords words = MemberWords.of(changes);
    Optional<String> problem = named.problem().or(() -> MemberStatements.problem(words));
    if (problem.isPresent()) {
      return new GroupOutcome.Rejected(problem.get());
    }
    List<String> strangers = members.refused(connection, words);
    if (!strangers.isEmpty()) {
      return new GroupOutcome.UnknownMembers(strangers);
    }
    boolean renames = !named.displayName().equals(before.displayName());
    Optional<Group> bearer =
        renames ? groups.lockNamed(connection, named.displayName()) : Optional.empty();
    if (bearer.filter(group -> group.scimManagedSince().isPresent()).isPresent()) {
      return new GroupOutcome.NameTaken(named.displayName());
    }
    // Nothing was written so far; from here on nothing can be refused.
    if (renames) {
      verdicts.judge(connection, List.of(named.displayName()));
    }
    MemberWords resolved = MemberWords.of(selections.resolved(connection, before, changes));
    // What takes a claim's word away, or the name, may take from all who belong there now.
    boolean concernsAll = renames || resolved.complete();
    List<UUID> atStake = concernsAll ? memberships.membersOf(before) : List.of();
    MemberStatements.Said said = members.say(caller, connection, before, resolved);
    Instant now = said.at();
    if (renames) {
      names.drop(before, now);
      bearer.ifPresent(other -> takeOver(caller, other, before, now));
    }
    GroupDelta delta = said.delta(!named.equals(before));
    Group after = store(connection, before, named, delta, now);
    audit.record(caller, delta.changed(before, named));
    tellLoss(caller, before, concernsAll ? atStake : said.denied());
    return new GroupOutcome.Changed(after, delta);
  }

  private void tellLoss(Caller caller, Group before, List<UUID> people) {
    StandingLost.ofGroup(caller, before, people).ifPresent(events::publishEvent);
  }

  private static Group renamed(Group before, List<GroupChange> changes) {
    Group group = before;
    for (GroupChange change : changes) {
      group =
          switch (change) {
            case GroupChange.Rename(String displayName) -> group.withDisplayName(displayName);
            case GroupChange.ChangeExternalId(Optional<String> id) -> group.withExternalId(id);
            case GroupChange.EditAttributes(var edit) ->
                group.withAttributes(edit.apply(group.attributes()));
            case GroupChange.AddMembers _,
                GroupChange.RemoveMembers _,
                GroupChange.ReplaceMembers _,
                GroupChange.RemoveSelected _ ->
                group;
          };
    }
    return group;
  }

  /**
   * Takes over the group that a sign-in made under the new name: what was said, claimed and granted
   * under its name and identifiers is the renamed group's from now on.
   */
  private void takeOver(Caller caller, Group bearer, Group renamed, Instant now) {
    names.drop(bearer, now);
    names.pass(bearer, renamed);
    groups.remove(bearer);
    audit.record(
        caller,
        AuditEntry.deleted(
            "team", bearer.id().toString(), Map.of("takenOverBy", renamed.id().toString())));
  }

  private Group store(
      Connection connection, Group before, Group named, GroupDelta delta, Instant now) {
    boolean adopts = before.scimManagedSince().isEmpty();
    if (delta.isEmpty() && !adopts) {
      return before;
    }
    boolean renamed = !named.displayName().equals(before.displayName());
    Group after = adopts ? named.withScimManagedSince(now) : named;
    if (renamed) {
      after = after.withShownName(names.shownNameFor(connection, named.displayName()));
    }
    after = after.counted(now);
    groups.update(before, after);
    if (renamed) {
      names.bear(after, connection, now);
    }
    return after;
  }

  GroupOutcome delete(
      Caller caller, Connection connection, UUID groupId, Precondition precondition) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new GroupOutcome.NotProvisionedByScim();
    }
    Optional<Group> found = groups.lock(connection, groupId);
    if (found.isEmpty()) {
      return new GroupOutcome.NotFound();
    }
    if (!precondition.holdsFor(found.get().version())) {
      return new GroupOutcome.Stale();
    }
    bury(caller, found.get());
    return new GroupOutcome.Deleted();
  }

  /** Leaves nothing of a locked group but its tombstone; says <i>not member</i> of everybody. */
  void bury(Caller caller, Group group) {
    Instant now = clock.now();
    List<UUID> lost = memberships.membersOf(group);
    names.drop(group, now);
    groups.bury(group, now);
    audit.record(caller, deleted(group, lost));
    tellLoss(caller, group, lost);
  }

  private static List<AuditEntry> deleted(Group group, List<UUID> members) {
    AuditEntry gone = AuditEntry.deleted("team", group.id().toString(), group.described());
    return members.isEmpty()
        ? List.of(gone)
        : List.of(GroupDelta.membership(group, members, List.of()), gone);
  }
}
