package dev.portcullis.directory;

import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Says to which teams made by hand somebody belongs. Each of these teams costs a row, however many
 * belong to it.
 */
@Component
class UserTeams {

  private final Users users;
  private final Groups groups;
  private final GroupSearch search;
  private final TeamRows teams;
  private final MembershipRows memberships;
  private final MembersByHand members;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  UserTeams(
      Users users,
      Groups groups,
      GroupSearch search,
      TeamRows teams,
      MembershipRows memberships,
      MembersByHand members,
      DatabaseClock clock,
      AuditTrail audit) {
    this.users = users;
    this.groups = groups;
    this.search = search;
    this.teams = teams;
    this.memberships = memberships;
    this.members = members;
    this.clock = clock;
    this.audit = audit;
  }

  /** The teams made by hand that are to be otherwise, by the groups' ids: locked in that order. */
  private record Change(SortedMap<UUID, String> added, SortedMap<UUID, String> removed) {}

  UserTeamsOutcome set(Caller caller, UUID userId, Collection<String> wanted) {
    UUID organizationId = caller.organizationId();
    if (!users.isThere(organizationId, userId)) {
      return new UserTeamsOutcome.UserNotFound();
    }
    Map<String, String> identifiers = search.teams(organizationId, wanted);
    Map<String, TeamAccount> known =
        teams.identified(organizationId, Set.copyOf(identifiers.values()));
    List<Belonging> present = memberships.of(organizationId, userId);
    Set<UUID> belongsTo =
        present.stream().map(Belonging::groupId).collect(Collectors.toUnmodifiableSet());
    List<String> unknown = new ArrayList<>();
    List<String> ofProviders = new ArrayList<>();
    SortedMap<UUID, String> asked = new TreeMap<>();
    for (String text : wanted) {
      Optional<Team> team =
          Optional.ofNullable(identifiers.get(text)).map(known::get).map(TeamAccount::team);
      if (team.isEmpty()) {
        unknown.add(text);
      } else if (team.get().connectionId().isEmpty()) {
        asked.put(team.get().groupId(), team.get().identifier());
      } else if (!belongsTo.contains(team.get().groupId())) {
        ofProviders.add(text);
      }
    }
    if (!unknown.isEmpty() || !ofProviders.isEmpty()) {
      return new UserTeamsOutcome.Refused(unknown, ofProviders);
    }
    return store(caller, userId, change(present, asked));
  }

  private static Change change(List<Belonging> present, SortedMap<UUID, String> asked) {
    SortedMap<UUID, String> added = new TreeMap<>(asked);
    SortedMap<UUID, String> removed = new TreeMap<>();
    for (Belonging belonging : present) {
      if (belonging.connectionId().isEmpty() && added.remove(belonging.groupId()) == null) {
        removed.put(belonging.groupId(), belonging.identifier());
      }
    }
    return new Change(added, removed);
  }

  private UserTeamsOutcome store(Caller caller, UUID userId, Change change) {
    SortedMap<UUID, String> all = new TreeMap<>(change.added());
    all.putAll(change.removed());
    List<Group> locked = new ArrayList<>();
    for (UUID groupId : all.keySet()) {
      groups.lock(caller.organizationId(), groupId).ifPresent(locked::add);
    }
    List<String> gone =
        change.added().entrySet().stream()
            .filter(team -> locked.stream().noneMatch(group -> group.id().equals(team.getKey())))
            .map(Map.Entry::getValue)
            .toList();
    if (!gone.isEmpty()) {
      return new UserTeamsOutcome.Refused(gone, List.of());
    }
    Instant now = clock.now();
    locked.forEach(
        group -> store(caller, userId, group, change.added().containsKey(group.id()), now));
    return new UserTeamsOutcome.Stored(
        List.copyOf(change.added().values()), List.copyOf(change.removed().values()));
  }

  private void store(Caller caller, UUID userId, Group group, boolean added, Instant now) {
    List<UUID> user = List.of(userId);
    // Somebody else may have said so before the group was locked: then it is said anew.
    members.takeOut(group.organizationId(), group.id(), user);
    if (added) {
      members.put(caller, group.id(), user, now);
    }
    groups.update(group, group.counted(now));
    audit.record(
        caller, GroupDelta.membership(group, added ? List.of() : user, added ? user : List.of()));
  }
}
