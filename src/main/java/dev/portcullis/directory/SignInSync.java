package dev.portcullis.directory;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a sign-in does to the directory: the person, the claim, and what follows from it. */
@Component
class SignInSync {

  private final SignInUsers people;
  private final ClaimIntake intake;
  private final ClaimedNames names;
  private final MembershipRows memberships;
  private final GroupVersions groupVersions;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  SignInSync(
      SignInUsers people,
      ClaimIntake intake,
      ClaimedNames names,
      MembershipRows memberships,
      GroupVersions groupVersions,
      DatabaseClock clock,
      AuditTrail audit) {
    this.people = people;
    this.intake = intake;
    this.names = names;
    this.memberships = memberships;
    this.groupVersions = groupVersions;
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
    groupVersions.lockShowingParked(connection, statement.subject());
    return switch (people.find(connection, statement.subject())) {
      case SignInUsers.Search.Known(User user) -> known(caller, connection, user, statement);
      case SignInUsers.Search.Parked(User parked) ->
          newcomer(caller, connection, Optional.of(parked), statement);
      case SignInUsers.Search.Nobody _ -> newcomer(caller, connection, Optional.empty(), statement);
      case SignInUsers.Search.Gone _ -> new SyncOutcome.Deactivated(Optional.empty());
    };
  }

  private SyncOutcome newcomer(
      Caller caller, Connection connection, Optional<User> parked, SignInStatement statement) {
    if (!connection.settings().provisioning().allowsSignInToMakeUsers()) {
      return new SyncOutcome.NotProvisioned();
    }
    Instant now = clock.now();
    parked.ifPresent(value -> groupVersions.count(connection, value.id(), now));
    User user = people.made(caller, connection, parked, statement, now);
    return synchronised(caller, connection, user, true, statement);
  }

  private SyncOutcome known(
      Caller caller, Connection connection, User user, SignInStatement statement) {
    if (!user.active()) {
      // What the provider says of a refused person is still evidence, should they come back.
      ClaimIntake.Taken taken = intake.take(caller, connection, user, statement);
      return new SyncOutcome.Deactivated(
          Optional.of(
              new SyncOutcome.KeptClaim(
                  user, taken.named(true), taken.named(false), taken.verdict())));
    }
    return synchronised(caller, connection, user, false, statement);
  }

  private SyncOutcome synchronised(
      Caller caller, Connection connection, User user, boolean created, SignInStatement statement) {
    List<Belonging> before = memberships.of(user.organizationId(), user.id());
    ClaimIntake.Taken taken = intake.take(caller, connection, user, statement);
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
    // A late token must not undo what a newer one said of the person either.
    boolean leaveAsIs = created || taken.verdict() == SyncOutcome.Verdict.STALE;
    return new SyncOutcome.Synchronised(
        leaveAsIs ? user : people.refreshed(caller, user, statement, clock.now()),
        created,
        added,
        removed,
        without(after, added),
        taken.named(true),
        taken.named(false),
        taken.verdict(),
        List.of());
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
