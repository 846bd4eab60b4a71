package dev.portcullis.directory;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.SyncOutcome.Verdict;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What a sign-in does to the directory: the person, the claim, and what follows from it. */
@Component
class SignInSync {

  private final SignInUsers people;
  private final Claims claims;
  private final ClaimedNames names;
  private final MembershipRows memberships;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  SignInSync(
      SignInUsers people,
      Claims claims,
      ClaimedNames names,
      MembershipRows memberships,
      DatabaseClock clock,
      AuditTrail audit) {
    this.people = people;
    this.claims = claims;
    this.names = names;
    this.memberships = memberships;
    this.clock = clock;
    this.audit = audit;
  }

  SyncOutcome apply(Caller caller, Connection connection, SignInStatement statement) {
    if (!connection.settings().enabled()) {
      return new SyncOutcome.ConnectionDisabled();
    }
    Optional<String> problem = UserProfile.nameProblem("sub", statement.subject());
    if (problem.isPresent()) {
      return new SyncOutcome.Rejected(problem.get());
    }
    return switch (people.find(connection, statement.subject())) {
      case SignInUsers.Search.Known(User user) -> known(caller, connection, user, statement);
      case SignInUsers.Search.Parked(User parked) ->
          newcomer(caller, connection, Optional.of(parked), statement);
      case SignInUsers.Search.Nobody _ -> newcomer(caller, connection, Optional.empty(), statement);
      case SignInUsers.Search.Gone _ -> new SyncOutcome.Deactivated();
    };
  }

  private SyncOutcome newcomer(
      Caller caller, Connection connection, Optional<User> parked, SignInStatement statement) {
    if (!connection.settings().provisioning().allowsSignInToMakeUsers()) {
      return new SyncOutcome.NotProvisioned();
    }
    User user = people.made(caller, connection, parked, statement, clock.now());
    return synchronised(caller, connection, user, true, statement);
  }

  private SyncOutcome known(
      Caller caller, Connection connection, User user, SignInStatement statement) {
    if (!user.active()) {
      // What the provider says of a refused person is still evidence, should they come back.
      take(caller, connection, user, statement);
      return new SyncOutcome.Deactivated();
    }
    User refreshed = people.refreshed(caller, user, statement, clock.now());
    return synchronised(caller, connection, refreshed, false, statement);
  }

  private SyncOutcome synchronised(
      Caller caller, Connection connection, User user, boolean created, SignInStatement statement) {
    List<Belonging> before = memberships.of(user.organizationId(), user.id());
    Taken taken = take(caller, connection, user, statement);
    List<Belonging> after = memberships.of(user.organizationId(), user.id());
    List<Belonging> added = without(after, before);
    List<Belonging> removed = without(before, after);
    if (!added.isEmpty() || !removed.isEmpty()) {
      audit.record(
          caller,
          AuditEntry.updated(
              "membership",
              user.id().toString(),
              Map.of("teams", identifiers(removed)),
              Map.of("teams", identifiers(added))));
    }
    return new SyncOutcome.Synchronised(
        user,
        created,
        added,
        removed,
        without(after, added),
        taken.named(true),
        taken.named(false),
        taken.verdict(),
        List.of());
  }

  /** What was made of a claim: its verdict, and the filter's on each of its names. */
  private record Taken(Verdict verdict, Map<String, Boolean> names) {

    List<String> named(boolean matching) {
      return names.entrySet().stream()
          .filter(name -> name.getValue() == matching)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  private Taken take(Caller caller, Connection connection, User user, SignInStatement statement) {
    Instant time = claims.time(user, statement.issuedAt(), clock.now());
    Optional<Instant> newest = claims.newest(user);
    Set<String> claimed = new LinkedHashSet<>(claimed(statement.groups()));
    Verdict verdict = verdict(connection, user, statement.groups(), time, newest);
    Map<String, Boolean> judged = names.judge(connection, claimed);
    if (verdict != Verdict.STALE) {
      keep(user, statement.groups(), claimed, time, newest, caller.traceId());
      names.bearUnborn(connection, Optional.of(user.id()));
    }
    return new Taken(verdict, judged);
  }

  private static List<String> claimed(ClaimedGroups groups) {
    return switch (groups) {
      case ClaimedGroups.Complete(List<String> names) -> names;
      case ClaimedGroups.Truncated(List<String> names) -> names;
      case ClaimedGroups.Held _ -> List.of();
    };
  }

  private static Verdict verdict(
      Connection connection,
      User user,
      ClaimedGroups groups,
      Instant time,
      Optional<Instant> newest) {
    boolean outdated = newest.filter(time::isBefore).isPresent();
    return switch (groups) {
      case ClaimedGroups.Held _ -> Verdict.HELD;
      case ClaimedGroups.Complete _, ClaimedGroups.Truncated _
          when outdated || tooEarly(connection, user, time) ->
          Verdict.STALE;
      case ClaimedGroups.Truncated _ -> Verdict.HELD;
      case ClaimedGroups.Complete(List<String> names) ->
          names.isEmpty() ? Verdict.EMPTY : Verdict.PRESENT;
    };
  }

  /** Claims from before a person's return, or before SCIM made a person whom it alone may make. */
  private static boolean tooEarly(Connection connection, User user, Instant time) {
    Predicate<Instant> later = moment -> time.isBefore(moment);
    boolean byScimAlone = !connection.settings().provisioning().allowsSignInToMakeUsers();
    return user.claimsNotBefore().filter(later).isPresent()
        || (byScimAlone && user.scimManagedSince().filter(later).isPresent());
  }

  private void keep(
      User user,
      ClaimedGroups groups,
      Set<String> claimed,
      Instant time,
      Optional<Instant> newest,
      String traceId) {
    boolean sameTime = newest.filter(time::equals).isPresent();
    switch (groups) {
      case ClaimedGroups.Complete _ when sameTime -> claims.intersect(user, claimed, time);
      case ClaimedGroups.Complete _ -> claims.replace(user, claimed, time, traceId);
      case ClaimedGroups.Truncated _ when sameTime -> {}
      case ClaimedGroups.Truncated _ -> claims.add(user, claimed, time, traceId);
      case ClaimedGroups.Held _ -> {}
    }
  }

  /** Lets a changed filter take effect on everybody's claims. */
  void refilter(Connection connection) {
    names.judgeAnew(connection);
    names.bearUnborn(connection, Optional.empty());
  }

  private static List<Belonging> without(List<Belonging> all, List<Belonging> others) {
    Set<Object> left = new LinkedHashSet<>(others.stream().map(Belonging::groupId).toList());
    List<Belonging> rest = new ArrayList<>(all);
    rest.removeIf(one -> left.contains(one.groupId()));
    return rest;
  }

  private static List<String> identifiers(List<Belonging> belongings) {
    return belongings.stream().map(Belonging::identifier).toList();
  }
}
