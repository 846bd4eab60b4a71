package dev.portcullis.directory;

import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a sign-in does to the directory: the person, the claim, and what follows from it. */
@Component
class SignInSync {

  private final SignInUsers people;
  private final ClaimIntake intake;
  private final Receipts receipts;
  private final ClaimBringers bringers;
  private final NameVerdicts verdicts;
  private final ClaimedNames names;
  private final MembershipRows memberships;
  private final GroupVersions groupVersions;
  private final DatabaseClock clock;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  SignInSync(
      SignInUsers people,
      ClaimIntake intake,
      Receipts receipts,
      ClaimBringers bringers,
      NameVerdicts verdicts,
      ClaimedNames names,
      MembershipRows memberships,
      GroupVersions groupVersions,
      DatabaseClock clock,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.people = people;
    this.intake = intake;
    this.receipts = receipts;
    this.bringers = bringers;
    this.verdicts = verdicts;
    this.names = names;
    this.memberships = memberships;
    this.groupVersions = groupVersions;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
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
    SignInUsers.Search found = people.find(connection, statement.subject());
    Instant now = clock.now();
    Receipt receipt = receipts.of(connection, statement, now);
    if (bringsClaim(statement)) {
      bringers.add(connection, statement.subject(), now);
    }
    Arrival arrival = new Arrival(caller, connection, statement, receipt, now);
    return switch (found) {
      case SignInUsers.Search.Known(User user) -> known(arrival, user);
      case SignInUsers.Search.Parked(User parked) -> newcomer(arrival, Optional.of(parked));
      case SignInUsers.Search.Nobody _ -> newcomer(arrival, Optional.empty());
      // An Admin's invitation outweighs that somebody was deleted.
      case SignInUsers.Search.Gone _ when people.isAwaited(connection, statement) ->
          newcomer(arrival, Optional.empty());
      case SignInUsers.Search.Gone _ -> new SyncOutcome.Deactivated(Optional.empty());
    };
  }

  /** A sign-in, with what was settled when its token first came. */
  private record Arrival(
      Caller caller,
      Connection connection,
      SignInStatement statement,
      Receipt receipt,
      Instant now) {}

  private static boolean bringsClaim(SignInStatement statement) {
    return switch (statement.groups()) {
      case ClaimedGroups.Complete _, ClaimedGroups.Truncated _ -> true;
      case ClaimedGroups.Held _, ClaimedGroups.Absent _ -> false;
    };
  }

  private SyncOutcome newcomer(Arrival arrival, Optional<User> parked) {
    Connection connection = arrival.connection();
    if (!connection.settings().provisioning().allowsSignInToMakeUsers()) {
      return new SyncOutcome.NotProvisioned();
    }
    if (people.isKeptOut(connection, arrival.statement())) {
      return new SyncOutcome.Deactivated(Optional.empty());
    }
    parked.ifPresent(
        value -> groupVersions.count(connection.organizationId(), value.id(), arrival.now()));
    User user =
        people.made(arrival.caller(), connection, parked, arrival.statement(), arrival.now());
    // Somebody who was invited was known before.
    return synchronised(arrival, user, user.createdAt().equals(arrival.now()));
  }

  private SyncOutcome known(Arrival arrival, User user) {
    if (!user.active()) {
      // What the provider says of a refused person is still evidence, should they come back.
      ClaimIntake.Taken taken = taken(arrival, user);
      return new SyncOutcome.Deactivated(
          Optional.of(
              new SyncOutcome.KeptClaim(
                  user, taken.named(true), taken.named(false), taken.verdict())));
    }
    return synchronised(arrival, user, false);
  }

  private ClaimIntake.Taken taken(Arrival arrival, User user) {
    return intake.take(
        arrival.caller(),
        arrival.connection(),
        user,
        arrival.statement().groups(),
        arrival.receipt());
  }

  private SyncOutcome synchronised(Arrival arrival, User user, boolean created) {
    List<Belonging> before = memberships.of(user.organizationId(), user.id());
    ClaimIntake.Taken taken = taken(arrival, user);
    List<Belonging> after = memberships.of(user.organizationId(), user.id());
    List<Belonging> added = without(after, before);
    List<Belonging> removed = without(before, after);
    if (!added.isEmpty() || !removed.isEmpty()) {
      audit.record(arrival.caller(), Belonging.changed(user.id(), removed, added));
    }
    if (!removed.isEmpty()) {
      events.publishEvent(StandingLost.ofGroups(arrival.caller(), user, removed));
    }
    // A late token must not undo what a newer one said of the person either.
    boolean leaveAsIs = created || taken.verdict() == SyncOutcome.Verdict.STALE;
    return new SyncOutcome.Synchronised(
        leaveAsIs ? user : refreshed(arrival, user),
        created,
        added,
        removed,
        without(after, added),
        taken.named(true),
        taken.named(false),
        taken.verdict(),
        taken.warnings());
  }

  private User refreshed(Arrival arrival, User user) {
    return people.refreshed(arrival.caller(), user, arrival.statement(), arrival.now());
  }

  /** Lets a changed filter take effect on everybody's claims. */
  void refilter(Connection connection) {
    verdicts.judgeAnew(connection);
    names.bearUnborn(connection, Optional.empty());
  }

  private static List<Belonging> without(List<Belonging> all, List<Belonging> others) {
    Set<Object> left = new LinkedHashSet<>(others.stream().map(Belonging::groupId).toList());
    List<Belonging> rest = new ArrayList<>(all);
    rest.removeIf(one -> left.contains(one.groupId()));
    return rest;
  }
}
