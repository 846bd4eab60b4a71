package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Carries people over from one connection to another, and handles from one person to another. */
@Component
class UserMoves {

  private final Connections connections;
  private final Users users;
  private final UserNames names;
  private final ScimWords words;
  private final Claims claims;
  private final Handles handles;
  private final UserMerges merges;
  private final MembershipRows memberships;
  private final GroupVersions groupVersions;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  UserMoves(
      Connections connections,
      Users users,
      UserNames names,
      ScimWords words,
      Claims claims,
      Handles handles,
      UserMerges merges,
      MembershipRows memberships,
      GroupVersions groupVersions,
      DatabaseClock clock,
      AuditTrail audit) {
    this.connections = connections;
    this.users = users;
    this.names = names;
    this.words = words;
    this.claims = claims;
    this.handles = handles;
    this.merges = merges;
    this.memberships = memberships;
    this.groupVersions = groupVersions;
    this.clock = clock;
    this.audit = audit;
  }

  MoveOutcome move(Caller caller, UUID userId, String connectionName, String externalId) {
    Optional<String> problem =
        externalId.isBlank()
            ? Optional.of("`externalId` must not be empty")
            : UserProfile.nameProblem("externalId", externalId);
    if (problem.isPresent()) {
      return new MoveOutcome.Rejected(problem.get());
    }
    Optional<Connection> found = connections.named(caller.organizationId(), connectionName);
    if (found.isEmpty()) {
      return new MoveOutcome.ConnectionNotFound(connectionName);
    }
    Connection target = found.get();
    groupVersions.lockShowing(caller.organizationId(), userId);
    groupVersions.lockShowingParked(target, externalId);
    Optional<User> person = users.lockAnywhere(caller.organizationId(), userId);
    if (person.isEmpty()) {
      return new MoveOutcome.UserNotFound();
    }
    if (person.get().connectionId().equals(Optional.of(target.id()))) {
      return new MoveOutcome.Rejected("the user comes through `connection` already");
    }
    Optional<User> bearer = users.lockByExternalId(target, externalId);
    if (bearer.filter(user -> !UserMerges.givesWay(user)).isPresent()) {
      return new MoveOutcome.Taken();
    }
    return new MoveOutcome.Moved(moved(caller, person.get(), target, externalId, bearer));
  }

  private User moved(
      Caller caller, User before, Connection target, String externalId, Optional<User> bearer) {
    Instant now = clock.now();
    List<Belonging> lost = memberships.of(before.organizationId(), before.id());
    if (!lost.isEmpty()) {
      audit.record(caller, Belonging.changed(before.id(), lost, List.of()));
    }
    groupVersions.count(caller.organizationId(), before.id(), now);
    words.forget(before);
    claims.forget(before);
    User after = before.movedTo(target.id(), before.userName(), externalId, now);
    if (bearer.isPresent()) {
      after = merges.merged(caller, target, bearer.get(), after, now);
    }
    // Only now is the name of the one who was merged free.
    after =
        after.withUserName(
            names.firstFree(target, Stream.of(before.userName(), externalId), externalId));
    if (users.hasTombstone(target, externalId)) {
      after = after.withClaimsNotBefore(Optional.of(now));
    }
    users.update(before, after);
    leaveBehind(before, now);
    handles
        .of(before.organizationId(), before.id())
        .ifPresent(handle -> handles.assign(caller, before, handle, now));
    audit.record(
        caller,
        AuditEntry.updated(
            "user",
            before.id().toString(),
            Map.of("connection", before.connectionId().map(UUID::toString).orElse("")),
            Map.of("connection", target.id().toString(), "externalId", externalId)));
    return after;
  }

  /** Whoever comes through the old connection as that person later is not the one who moved. */
  private void leaveBehind(User before, Instant now) {
    if (before.connectionId().isPresent() && before.externalId().isPresent()) {
      users.leaveTombstone(
          before.organizationId(), before.connectionId().get(), before.externalId().get(), now);
    }
  }

  MoveOutcome giveHandle(Caller caller, UUID userId, String email) {
    Optional<String> problem = EmailAddress.problem("email", email);
    if (problem.isPresent()) {
      return new MoveOutcome.Rejected(problem.get());
    }
    Optional<User> person = users.lockAnywhere(caller.organizationId(), userId);
    if (person.isEmpty()) {
      return new MoveOutcome.UserNotFound();
    }
    Optional<String> former = handles.of(caller.organizationId(), userId);
    handles.assign(caller, person.get(), email, clock.now());
    audit.record(
        caller,
        AuditEntry.updated(
            "user",
            userId.toString(),
            Map.of("handle", former.orElse("")),
            Map.of("handle", CaseFold.of(email))));
    return new MoveOutcome.Moved(person.get());
  }
}
