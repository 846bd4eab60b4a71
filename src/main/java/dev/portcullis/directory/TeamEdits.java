package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What Admins may do to teams, within a doorway's transaction. Of a team that comes from an
 * identity provider they may only change the description, or delete it.
 */
@Component
class TeamEdits {

  private final TeamRows rows;
  private final Groups groups;
  private final GroupNames names;
  private final GroupChanges groupChanges;
  private final MembersByHand members;
  private final PeopleSets people;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  TeamEdits(
      TeamRows rows,
      Groups groups,
      GroupNames names,
      GroupChanges groupChanges,
      MembersByHand members,
      PeopleSets people,
      DatabaseClock clock,
      AuditTrail audit) {
    this.rows = rows;
    this.groups = groups;
    this.names = names;
    this.groupChanges = groupChanges;
    this.members = members;
    this.people = people;
    this.clock = clock;
    this.audit = audit;
  }

  /** Whom texts mean, and which of them mean nobody. */
  private record Named(Set<UUID> userIds, List<String> unknown) {

    static final Named NOBODY = new Named(Set.of(), List.of());
  }

  /** A team that is locked until the transaction ends. */
  private record Locked(Group group, TeamAccount account) {}

  TeamOutcome create(Caller caller, TeamDraft draft) {
    UUID organizationId = caller.organizationId();
    List<TeamProblem> problems = new ArrayList<>(TeamProblem.of(draft));
    Named named = named(organizationId, draft.users());
    if (!named.unknown().isEmpty()) {
      problems.add(TeamProblem.unknownUsers(named.unknown()));
    }
    if (!problems.isEmpty()) {
      return new TeamOutcome.Rejected(problems);
    }
    Optional<String> taken =
        draft.identifier().filter(wanted -> !names.isIdentifierFree(organizationId, wanted));
    if (taken.isPresent()) {
      return new TeamOutcome.IdentifierTaken(taken.get());
    }
    if (!names.isShownNameFree(organizationId, draft.name())) {
      return new TeamOutcome.NameTaken(draft.name());
    }
    Group group = made(organizationId, draft);
    members.put(caller, group.id(), named.userIds(), group.createdAt());
    TeamAccount account = rows.find(organizationId, group.id()).orElseThrow();
    List<AuditEntry> entries = new ArrayList<>();
    entries.add(AuditEntry.created("team", group.id().toString(), told(account)));
    membership(group, Set.of(), named.userIds()).ifPresent(entries::add);
    audit.record(caller, entries);
    return new TeamOutcome.Created(account);
  }

  private Group made(UUID organizationId, TeamDraft draft) {
    Instant now = clock.now();
    Group group =
        new Group(
            organizationId,
            TimeOrderedId.next(),
            Optional.empty(),
            draft.name(),
            Optional.empty(),
            AttributeValues.NONE,
            draft.identifier().orElseGet(() -> names.identifierFor(organizationId, draft.name())),
            draft.name(),
            Optional.empty(),
            1,
            now,
            now);
    groups.insert(group);
    names.identify(group);
    draft
        .description()
        .ifPresent(text -> rows.describe(organizationId, group.id(), Optional.of(text)));
    return group;
  }

  TeamOutcome edit(Caller caller, TeamReference reference, TeamEdit edit) {
    UUID organizationId = caller.organizationId();
    Optional<Locked> found = locked(organizationId, reference);
    if (found.isEmpty()) {
      return new TeamOutcome.NotFound();
    }
    TeamAccount before = found.get().account();
    List<TeamProblem> problems = new ArrayList<>(TeamProblem.of(edit, before.team().shownName()));
    Named named = edit.users().map(users -> named(organizationId, users)).orElse(Named.NOBODY);
    if (!named.unknown().isEmpty()) {
      problems.add(TeamProblem.unknownUsers(named.unknown()));
    }
    if (!problems.isEmpty()) {
      return new TeamOutcome.Rejected(problems);
    }
    return before.madeByHand()
        ? changed(caller, found.get(), edit, named.userIds())
        : described(caller, before, edit, named.userIds());
  }

  /** The team, which nobody else changes until the transaction ends, if it is still so called. */
  private Optional<Locked> locked(UUID organizationId, TeamReference reference) {
    return rows.find(organizationId, reference)
        .flatMap(found -> groups.lock(organizationId, found.team().groupId()))
        .flatMap(group ->
            rows.find(organizationId, reference)
                .filter(account -> account.team().groupId().equals(group.id()))
                .map(account -> new Locked(group, account)));
  }

  private Named named(UUID organizationId, List<String> users) {
    if (users.isEmpty() || users.size() > TeamProblem.MAX_USERS) {
      return Named.NOBODY;
    }
    Map<String, SubjectOutcome> meant = people.subjects(organizationId, users);
    Set<UUID> userIds = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String user : users) {
      switch (Objects.requireNonNull(meant.get(user))) {
        case SubjectOutcome.Found(User known, _) -> userIds.add(known.id());
        case SubjectOutcome.Unknown _, SubjectOutcome.Ambiguous _ -> unknown.add(user);
      }
    }
    return new Named(userIds, List.copyOf(unknown));
  }

  private TeamOutcome changed(Caller caller, Locked locked, TeamEdit edit, Set<UUID> wanted) {
    UUID organizationId = caller.organizationId();
    TeamAccount before = locked.account();
    String name = edit.name().orElse(before.team().shownName());
    boolean renames = !name.equals(before.team().shownName());
    if (renames && !names.isShownNameFree(organizationId, name)) {
      return new TeamOutcome.NameTaken(name);
    }
    Optional<String> description = edit.description().orElse(before.description());
    boolean setsMembers = edit.users().isPresent() || edit.whole();
    UUID groupId = locked.group().id();
    Set<UUID> present = setsMembers ? members.of(organizationId, groupId) : Set.of();
    Set<UUID> added = without(wanted, present);
    Set<UUID> removed = without(present, wanted);
    if (!renames
        && description.equals(before.description())
        && added.isEmpty()
        && removed.isEmpty()) {
      return new TeamOutcome.Changed(before);
    }
    Instant now = clock.now();
    members.takeOut(organizationId, groupId, removed);
    members.put(caller, groupId, added, now);
    Group after = locked.group().withDisplayName(name).withShownName(name).counted(now);
    groups.update(locked.group(), after);
    rows.describe(organizationId, groupId, description);
    return recorded(caller, before, membership(after, removed, added));
  }

  private TeamOutcome described(
      Caller caller, TeamAccount before, TeamEdit edit, Set<UUID> wanted) {
    UUID organizationId = caller.organizationId();
    UUID groupId = before.team().groupId();
    List<String> owned = new ArrayList<>();
    if (edit.name().filter(name -> !name.equals(before.team().shownName())).isPresent()) {
      owned.add("name");
    }
    if (edit.users().isPresent() && !wanted.equals(belonging(organizationId, groupId))) {
      owned.add("users");
    }
    if (!owned.isEmpty()) {
      return new TeamOutcome.OwnedByProvider(before.connection().orElse(""), owned);
    }
    Optional<String> description = edit.description().orElse(before.description());
    if (description.equals(before.description())) {
      return new TeamOutcome.Changed(before);
    }
    // Of SCIM's version and time of change nothing is touched: it does not see the description.
    rows.describe(organizationId, groupId, description);
    return recorded(caller, before, Optional.empty());
  }

  private Set<UUID> belonging(UUID organizationId, UUID groupId) {
    Set<UUID> belonging = new HashSet<>();
    rows.members(organizationId, List.of(groupId))
        .values()
        .forEach(team -> team.forEach(member -> belonging.add(member.user().id())));
    return belonging;
  }

  private TeamOutcome recorded(Caller caller, TeamAccount before, Optional<AuditEntry> membership) {
    UUID groupId = before.team().groupId();
    TeamAccount after = rows.find(caller.organizationId(), groupId).orElseThrow();
    List<AuditEntry> entries = new ArrayList<>();
    if (!told(before).equals(told(after))) {
      entries.add(AuditEntry.updated("team", groupId.toString(), told(before), told(after)));
    }
    membership.ifPresent(entries::add);
    audit.record(caller, entries);
    return new TeamOutcome.Changed(after);
  }

  private static Optional<AuditEntry> membership(Group group, Set<UUID> removed, Set<UUID> added) {
    return removed.isEmpty() && added.isEmpty()
        ? Optional.empty()
        : Optional.of(GroupDelta.membership(group, List.copyOf(removed), List.copyOf(added)));
  }

  /**
   * Deletes a team. One of an identity provider is deleted as if SCIM had: only a claim issued
   * later, or a push, makes a group of that name again.
   */
  TeamOutcome delete(Caller caller, TeamReference reference) {
    Optional<Locked> found = locked(caller.organizationId(), reference);
    if (found.isEmpty()) {
      return new TeamOutcome.NotFound();
    }
    Group group = found.get().group();
    groupChanges.bury(caller, group);
    members.empty(group.organizationId(), group.id());
    return new TeamOutcome.Deleted();
  }

  private static Set<UUID> without(Set<UUID> those, Set<UUID> others) {
    Set<UUID> rest = new LinkedHashSet<>(those);
    rest.removeAll(others);
    return rest;
  }

  private static Map<String, Object> told(TeamAccount account) {
    return Map.of(
        "identifier", account.team().identifier(),
        "displayName", account.team().displayName(),
        "description", account.description().orElse(""));
  }
}
