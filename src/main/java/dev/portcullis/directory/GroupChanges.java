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
import org.springframework.stereotype.Component;

/** What SCIM may do to groups: load, decide, store, within the doorway's transaction. */
@Component
class GroupChanges {

  private final Groups groups;
  private final GroupNames names;
  private final MemberStatements members;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  GroupChanges(
      Groups groups,
      GroupNames names,
      MemberStatements members,
      DatabaseClock clock,
      AuditTrail audit) {
    this.groups = groups;
    this.names = names;
    this.members = members;
    this.clock = clock;
    this.audit = audit;
  }

  GroupOutcome change(
      Caller caller, Connection connection, UUID groupId, List<GroupChange> changes) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new GroupOutcome.NotProvisionedByScim();
    }
    Optional<Group> found = groups.lock(connection, groupId);
    if (found.isEmpty()) {
      return new GroupOutcome.NotFound();
    }
    Group before = found.get();
    Group named = renamed(before, changes);
    MemberWords words = MemberWords.of(changes);
    Optional<String> problem = named.problem().or(() -> MemberStatements.problem(words));
    if (problem.isPresent()) {
      return new GroupOutcome.Rejected(problem.get());
    }
    Instant now = clock.now();
    MemberStatements.Said said = members.say(caller, connection, before, words, now);
    if (!said.unknown().isEmpty()) {
      return new GroupOutcome.UnknownMembers(said.unknown());
    }
    if (!named.displayName().equals(before.displayName())
        && !nameTakenOver(caller, connection, before, named, now)) {
      return new GroupOutcome.NameTaken(named.displayName());
    }
    GroupDelta delta = said.delta(!named.equals(before));
    store(connection, before, named, delta, now);
    audit.record(
        caller,
        AuditEntry.updated(
            "group", groupId.toString(), before.described(), delta.described(named)));
    return new GroupOutcome.Changed(delta);
  }

  private static Group renamed(Group before, List<GroupChange> changes) {
    Group group = before;
    for (GroupChange change : changes) {
      group =
          switch (change) {
            case GroupChange.Rename(String displayName) -> group.withDisplayName(displayName);
            case GroupChange.ChangeExternalId(Optional<String> id) -> group.withExternalId(id);
            case GroupChange.AddMembers _,
                GroupChange.RemoveMembers _,
                GroupChange.ReplaceMembers _ ->
                group;
          };
    }
    return group;
  }

  /**
   * Frees the new name of a group. One that a sign-in made is taken over: what was said, claimed
   * and granted under its name and identifiers is the renamed group's from now on.
   */
  private boolean nameTakenOver(
      Caller caller, Connection connection, Group before, Group named, Instant now) {
    Optional<Group> bearer = groups.lockNamed(connection, named.displayName());
    if (bearer.isEmpty()) {
      names.drop(before, now);
      return true;
    }
    if (bearer.get().scimManagedSince().isPresent()) {
      return false;
    }
    names.drop(bearer.get(), now);
    names.drop(before, now);
    names.pass(bearer.get(), before);
    groups.remove(bearer.get());
    audit.record(
        caller,
        AuditEntry.deleted(
            "group", bearer.get().id().toString(), Map.of("takenOverBy", before.id().toString())));
    return true;
  }

  private void store(
      Connection connection, Group before, Group named, GroupDelta delta, Instant now) {
    boolean adopts = before.scimManagedSince().isEmpty();
    if (delta.isEmpty() && !adopts) {
      return;
    }
    boolean renamed = !named.displayName().equals(before.displayName());
    Group after = adopts ? named.withScimManagedSince(now) : named;
    if (renamed) {
      after = after.withShownName(names.shownNameFor(connection, named.displayName()));
    }
    groups.update(after.counted(now));
    if (renamed) {
      names.bear(after, connection, now);
    }
  }

  GroupOutcome delete(Caller caller, Connection connection, UUID groupId) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new GroupOutcome.NotProvisionedByScim();
    }
    Optional<Group> found = groups.lock(connection, groupId);
    if (found.isEmpty()) {
      return new GroupOutcome.NotFound();
    }
    Instant now = clock.now();
    names.drop(found.get(), now);
    groups.bury(found.get(), now);
    audit.record(caller, AuditEntry.deleted("group", groupId.toString(), found.get().described()));
    return new GroupOutcome.Deleted();
  }
}
