package dev.portcullis.directory;

import dev.portcullis.audit.AuditEntry;
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

/** Users that SCIM pushes as new: made, adopted from a sign-in, restored, or no longer parked. */
@Component
class UserPushes {

  private final Users users;
  private final UserNames names;
  private final Handles handles;
  private final ScimWords words;
  private final MembersByHand byHand;
  private final GroupVersions groupVersions;
  private final Claims claims;
  private final Invitations invitations;
  private final UserMerges merges;
  private final MembershipRows memberships;
  private final DatabaseClock clock;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  UserPushes(
      Users users,
      UserNames names,
      Handles handles,
      ScimWords words,
      MembersByHand byHand,
      GroupVersions groupVersions,
      Claims claims,
      Invitations invitations,
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
    this.invitations = invitations;
    this.merges = merges;
    this.memberships = memberships;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  UserOutcome create(Caller caller, Connection connection, UserProfile profile) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new UserOutcome.NotProvisionedByScim();
    }
    Optional<String> problem = profile.problem();
    if (problem.isPresent()) {
      return new UserOutcome.Rejected(problem.get());
    }
    profile.externalId().ifPresent(id -> groupVersions.lockShowingParked(connection, id));
    Optional<User> bearer =
        profile.externalId().flatMap(id -> users.lockByExternalId(connection, id));
    if (bearer.isPresent() && !givesWay(connection, bearer.get())) {
      return new UserOutcome.Conflict("externalId");
    }
    if (!names.freed(connection, profile.userName(), bearer)) {
      return new UserOutcome.Conflict("userName");
    }
    return new UserOutcome.Created(pushed(caller, connection, bearer, profile));
  }

  private User pushed(
      Caller caller, Connection connection, Optional<User> bearer, UserProfile profile) {
    boolean unknown = bearer.filter(user -> user.status() != UserStatus.PARKED).isEmpty();
    Optional<User> invited =
        unknown
            ? profile
                .attributes()
                .primaryEmail()
                .flatMap(email -> invitations.awaited(connection, email))
            : Optional.empty();
    return invited
        .map(awaited -> arrived(caller, connection, awaited, bearer, profile))
        .or(() -> bearer.map(known -> taken(caller, connection, known, profile)))
        .orElseGet(() -> made(caller, connection, profile));
  }

  /** Makes whoever was invited with that e-mail the user that SCIM pushes. */
  private User arrived(
      Caller caller,
      Connection connection,
      User invited,
      Optional<User> parked,
      UserProfile profile) {
    Instant now = clock.now();
    User user =
        invited
            .arrived(connection.id(), profile, profile.status(UserStatus.ACTIVE), now)
            .withScimManagedSince(now);
    user = returning(connection, user, now);
    if (parked.isPresent()) {
      user = merges.merged(caller, connection, parked.get(), user, now);
    }
    users.update(invited, user);
    audit.record(
        caller,
        AuditEntry.updated("user", user.id().toString(), invited.described(), user.described()));
    if (!user.active()) {
      events.publishEvent(StandingLost.ofPerson(caller, invited, List.of()));
    }
    return user;
  }

  /** Whether a push of the bearer's external id may take the bearer's place. */
  private static boolean givesWay(Connection connection, User bearer) {
    return switch (bearer.status()) {
      case PARKED -> true;
      case DISABLED ->
          !bearer.managedByScim() || connection.settings().dialect().restoresInactive();
      default -> !bearer.managedByScim();
    };
  }

  private User made(Caller caller, Connection connection, UserProfile profile) {
    Instant now = clock.now();
    User user = returning(connection, fresh(connection, TimeOrderedId.next(), profile, now), now);
    users.insert(user);
    handles.give(caller, user, user.email(), Handles.Source.SCIM, now);
    audit.record(caller, AuditEntry.created("user", user.id().toString(), user.described()));
    return user;
  }

  /** Makes the bearer of an external id the user that SCIM pushes. */
  private User taken(Caller caller, Connection connection, User known, UserProfile profile) {
    Instant now = clock.now();
    User user =
        switch (known.status()) {
          case PARKED -> returning(connection, fresh(connection, known.id(), profile, now), now);
          case DISABLED -> restored(known, profile, now);
          default -> adopted(known, profile, now);
        };
    if (known.status() == UserStatus.PARKED || known.status() == UserStatus.DISABLED) {
      groupVersions.count(connection.organizationId(), known.id(), now);
    }
    if (known.status() == UserStatus.DISABLED) {
      words.forget(known);
      byHand.forget(known);
      claims.forget(known);
    }
    users.update(known, user);
    handles.follow(caller, known, user, Handles.Source.SCIM, now);
    audit.record(
        caller,
        AuditEntry.updated("user", user.id().toString(), known.described(), user.described()));
    if (known.active() && !user.active()) {
      events.publishEvent(
          StandingLost.ofPerson(caller, known, memberships.of(known.organizationId(), known.id())));
    }
    return user;
  }

  /** SCIM may take a sign-in's user over only to deactivate it. */
  private static User adopted(User known, UserProfile profile, Instant now) {
    User user = known.adopted(profile, now);
    return known.active() && !user.active() ? user.withCredentialsEnded() : user;
  }

  /** A deleted person's return is a new user, whom no claim from before counts for. */
  private User returning(Connection connection, User user, Instant now) {
    return user.externalId().filter(id -> users.hasTombstone(connection, id)).isPresent()
        ? user.withClaimsNotBefore(Optional.of(now))
        : user;
  }

  private static User fresh(Connection connection, UUID id, UserProfile profile, Instant now) {
    return new User(
        connection.organizationId(),
        id,
        Optional.of(connection.id()),
        profile.status(UserStatus.ACTIVE),
        profile.userName(),
        profile.externalId(),
        profile.attributes(),
        "Member",
        0,
        Optional.of(now),
        Optional.empty(),
        1,
        now,
        now,
        Optional.of(now),
        HandProfile.NONE);
  }

  /** A deactivated person comes back: the same id, with nothing of what SCIM or a claim said. */
  private static User restored(User known, UserProfile profile, Instant now) {
    return known
        .withProfile(profile, profile.status(UserStatus.ACTIVE), now)
        .withRoleByHand("Member")
        .withHandProfile(HandProfile.NONE)
        .withScimManagedSince(now)
        .withClaimsNotBefore(Optional.of(now));
  }
}
