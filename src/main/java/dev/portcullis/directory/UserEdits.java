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

/** What SCIM may do to users who are there: change and delete them. */
@Component
class UserEdits {

  private final Users users;
  private final UserNames names;
  private final Handles handles;
  private final ScimWords words;
  private final MembersByHand byHand;
  private final GroupVersions groupVersions;
  private final Claims claims;
  private final UserMerges merges;
  private final MembershipRows memberships;
  private final DatabaseClock clock;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  UserEdits(
      Users users,
      UserNames names,
      Handles handles,
      ScimWords words,
      MembersByHand byHand,
      GroupVersions groupVersions,
      Claims claims,
      UserMerges merges,
      MembershipRows memberships,
      DatabaseClock clock,
      AuditTrail audit,
      ApplicationEventPublisher events) {
    this.users = users;
    this.names = names;
    this.handles = handles;
    this.words = words;
    this.byHand = byHand;
    this.groupVersions = groupVersions;
    this.claims = claims;
    this.merges = merges;
    this.memberships = memberships;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  UserOutcome edit(
      Caller caller, Connection connection, UUID userId, Precondition precondition, UserEdit edit) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new UserOutcome.NotProvisionedByScim();
    }
    Optional<User> found = users.lock(connection, userId);
    if (found.isEmpty()) {
      return new UserOutcome.NotFound();
    }
    User before = found.get();
    if (!precondition.holdsFor(before.version())) {
      return new UserOutcome.Stale();
    }
    UserProfile profile = edit.apply(before.profile());
    Optional<String> problem = profile.problem();
    if (problem.isPresent()) {
      return new UserOutcome.Rejected(problem.get());
    }
    if (before.managedByScim() && unchanged(before, profile)) {
      return new UserOutcome.Stored(before, false);
    }
    Optional<User> bearer = otherBearer(connection, before, profile);
    if (bearer.filter(user -> !UserMerges.givesWay(user)).isPresent()) {
      return new UserOutcome.Conflict("externalId");
    }
    // The last thing that can be refused, for it may already write.
    if (!names.freed(connection, profile.userName(), Optional.of(before))) {
      return new UserOutcome.Conflict("userName");
    }
    return new UserOutcome.Stored(stored(caller, connection, before, profile, bearer), true);
  }

  /** Who bears the external id that the user is to have, if it is another one. */
  private Optional<User> otherBearer(Connection connection, User before, UserProfile profile) {
    return profile
        .externalId()
        .filter(id -> !before.externalId().equals(profile.externalId()))
        .flatMap(id -> users.lockByExternalId(connection, id));
  }

  private static boolean unchanged(User before, UserProfile profile) {
    // What an Admin disabled, and SCIM leaves so, is SCIM's from now on.
    return !before.handProfile().disabledByHand()
        && before.userName().equals(profile.userName())
        && before.externalId().equals(profile.externalId())
        && before.attributes().equals(profile.attributes())
        && before.status() == profile.status(before.status());
  }

  private User stored(
      Caller caller,
      Connection connection,
      User before,
      UserProfile profile,
      Optional<User> bearer) {
    Instant now = clock.now();
    User after = before.adopted(profile, now);
    Optional<String> former = formerExternalId(before, profile);
    boolean loses = former.isPresent() || (before.active() && !after.active());
    List<Belonging> lost = loses ? memberships.of(before.organizationId(), before.id()) : List.of();
    if (former.isPresent()) {
      after = after.asAnotherPerson(now);
      recordLoss(caller, before, lost);
      groupVersions.count(connection.organizationId(), before.id(), now);
      words.forget(before);
      byHand.forget(before);
      claims.forget(before);
      users.leaveTombstone(connection.organizationId(), connection.id(), former.get(), now);
    }
    if (bearer.isPresent()) {
      after = merges.merged(caller, connection, bearer.get(), after, now);
    }
    if (returns(connection, before, profile)) {
      after = after.withClaimsNotBefore(Optional.of(now));
    }
    if (before.active() && !after.active()) {
      after = after.withCredentialsEnded();
    }
    users.update(before, after);
    handles.follow(caller, before, after, Handles.Source.SCIM, now);
    audit.record(
        caller,
        AuditEntry.updated("user", after.id().toString(), before.described(), after.described()));
    if (loses && before.active()) {
      events.publishEvent(StandingLost.ofPerson(caller, before, lost));
    }
    return after;
  }

  /** Whether the external id that the user gets is that of somebody who was gone. */
  private boolean returns(Connection connection, User before, UserProfile profile) {
    return profile
        .externalId()
        .filter(id -> !before.externalId().equals(Optional.of(id)))
        .filter(id -> users.hasTombstone(connection, id, before.id()))
        .isPresent();
  }

  /**
   * The external id of the person whom the user was, where another one now means another person. A
   * first one, or none, only completes or lacks it; but going by way of none makes no difference.
   */
  private Optional<String> formerExternalId(User before, UserProfile profile) {
    if (profile.externalId().isEmpty() || profile.externalId().equals(before.externalId())) {
      return Optional.empty();
    }
    return before
        .externalId()
        .or(() -> users.lastExternalId(before))
        .filter(former -> !profile.externalId().equals(Optional.of(former)));
  }

  /** Whoever signed in as this user must do so again; nothing else about the user changes. */
  Optional<User> endCredentials(Caller caller, UUID userId) {
    return users
        .lock(caller.organizationId(), userId)
        .map(before -> credentialsEnded(caller, before));
  }

  private User credentialsEnded(Caller caller, User before) {
    User after = before.withCredentialsEnded();
    users.update(before, after);
    audit.record(
        caller,
        AuditEntry.updated(
            "user",
            after.id().toString(),
            Map.of("credentialEpoch", before.credentialEpoch()),
            Map.of("credentialEpoch", after.credentialEpoch())));
    return after;
  }

  UserOutcome delete(Caller caller, Connection connection, UUID userId, Precondition precondition) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new UserOutcome.NotProvisionedByScim();
    }
    groupVersions.lockShowing(connection.organizationId(), userId);
    Optional<User> found = users.lock(connection, userId);
    if (found.isEmpty()) {
      return new UserOutcome.NotFound();
    }
    if (!precondition.holdsFor(found.get().version())) {
      return new UserOutcome.Stale();
    }
    Instant now = clock.now();
    List<Belonging> lost = memberships.of(connection.organizationId(), userId);
    recordLoss(caller, found.get(), lost);
    groupVersions.count(connection.organizationId(), userId, now);
    handles.release(found.get());
    words.forget(found.get());
    byHand.forget(found.get());
    claims.forget(found.get());
    users.bury(found.get(), now);
    audit.record(caller, AuditEntry.deleted("user", userId.toString(), found.get().described()));
    if (found.get().active()) {
      events.publishEvent(StandingLost.ofPerson(caller, found.get(), lost));
    }
    return new UserOutcome.Deleted();
  }

  /** Tells which teams a person is about to be taken out of. */
  private void recordLoss(Caller caller, User user, List<Belonging> lost) {
    if (!lost.isEmpty()) {
      audit.record(caller, Belonging.changed(user.id(), lost, List.of()));
    }
  }
}
