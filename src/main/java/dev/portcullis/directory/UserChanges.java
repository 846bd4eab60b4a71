package dev.portcullis.directory;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Dialect;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What SCIM may do to users: load, decide, store, within the doorway's transaction. */
@Component
class UserChanges {

  private final Users users;
  private final UserNames names;
  private final Handles handles;
  private final ScimWords words;
  private final Claims claims;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  UserChanges(
      Users users,
      UserNames names,
      Handles handles,
      ScimWords words,
      Claims claims,
      DatabaseClock clock,
      AuditTrail audit) {
    this.users = users;
    this.names = names;
    this.handles = handles;
    this.words = words;
    this.claims = claims;
    this.clock = clock;
    this.audit = audit;
  }

  UserOutcome create(Caller caller, Connection connection, UserProfile profile) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new UserOutcome.NotProvisionedByScim();
    }
    Optional<String> problem = profile.problem();
    if (problem.isPresent()) {
      return new UserOutcome.Rejected(problem.get());
    }
    Optional<User> bearer =
        profile.externalId().flatMap(id -> users.lockByExternalId(connection, id));
    if (bearer.isPresent() && !givesWay(connection, bearer.get())) {
      return new UserOutcome.Conflict("externalId");
    }
    if (!names.freed(connection, profile.userName(), bearer)) {
      return new UserOutcome.Conflict("userName");
    }
    return new UserOutcome.Created(
        bearer
            .map(known -> taken(caller, connection, known, profile))
            .orElseGet(() -> made(caller, connection, profile)));
  }

  /** Whether a push of the bearer's external id may take the bearer's place. */
  private static boolean givesWay(Connection connection, User bearer) {
    return switch (bearer.status()) {
      case PARKED -> true;
      case DISABLED -> !bearer.managedByScim() || connection.settings().dialect() == Dialect.OKTA;
      default -> !bearer.managedByScim();
    };
  }

  private User made(Caller caller, Connection connection, UserProfile profile) {
    Instant now = clock.now();
    // A deleted person's return is a new user, whom no claim from before counts for.
    Optional<Instant> claimsNotBefore =
        profile
            .externalId()
            .filter(externalId -> users.hasTombstone(connection, externalId))
            .map(_ -> now);
    User user =
        fresh(connection, TimeOrderedId.next(), profile, now).withClaimsNotBefore(claimsNotBefore);
    users.insert(user);
    giveHandle(caller, user, now);
    audit.record(caller, AuditEntry.created("user", user.id().toString(), described(user)));
    return user;
  }

  /** Makes the bearer of an external id the user that SCIM pushes. */
  private User taken(Caller caller, Connection connection, User known, UserProfile profile) {
    Instant now = clock.now();
    User user =
        switch (known.status()) {
          case PARKED -> fresh(connection, known.id(), profile, now);
          case DISABLED -> restored(known, profile, now);
          default -> adopted(known, profile, now);
        };
    if (known.status() == UserStatus.DISABLED) {
      words.forget(known);
      claims.forget(known);
    }
    users.update(user);
    moveHandle(caller, user, now);
    audit.record(
        caller,
        AuditEntry.updated("user", user.id().toString(), described(known), described(user)));
    return user;
  }

  private static User fresh(Connection connection, UUID id, UserProfile profile, Instant now) {
    return new User(
        connection.organizationId(),
        id,
        Optional.of(connection.id()),
        status(profile, UserStatus.ACTIVE),
        profile.userName(),
        profile.externalId(),
        profile.attributes(),
        "Member",
        0,
        Optional.of(now),
        Optional.empty(),
        1,
        now,
        now);
  }

  /** A deactivated person comes back: the same id, with nothing of what SCIM or a claim said. */
  private static User restored(User known, UserProfile profile, Instant now) {
    return known
        .withProfile(profile, status(profile, UserStatus.ACTIVE), now)
        .withRoleByHand("Member")
        .withScimManagedSince(now)
        .withClaimsNotBefore(Optional.of(now));
  }

  private static User adopted(User known, UserProfile profile, Instant now) {
    User user = known.withProfile(profile, status(profile, known.status()), now);
    return user.managedByScim() ? user : user.withScimManagedSince(now);
  }

  UserOutcome edit(Caller caller, Connection connection, UUID userId, UserEdit edit) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new UserOutcome.NotProvisionedByScim();
    }
    Optional<User> found = users.lock(connection, userId);
    if (found.isEmpty()) {
      return new UserOutcome.NotFound();
    }
    User before = found.get();
    UserProfile profile = edit.apply(before.profile());
    Optional<String> problem = profile.problem();
    if (problem.isPresent()) {
      return new UserOutcome.Rejected(problem.get());
    }
    if (before.managedByScim() && unchanged(before, profile)) {
      return new UserOutcome.Stored(before, false);
    }
    if (!names.freed(connection, profile.userName(), Optional.of(before))) {
      return new UserOutcome.Conflict("userName");
    }
    return stored(caller, connection, before, profile);
  }

  private static boolean unchanged(User before, UserProfile profile) {
    return before.userName().equals(profile.userName())
        && before.externalId().equals(profile.externalId())
        && before.attributes().equals(profile.attributes())
        && before.status() == status(profile, before.status());
  }

  private UserOutcome stored(
      Caller caller, Connection connection, User before, UserProfile profile) {
    boolean anotherId = !before.externalId().equals(profile.externalId());
    Optional<User> bearer =
        anotherId
            ? profile.externalId().flatMap(id -> users.lockByExternalId(connection, id))
            : Optional.empty();
    if (bearer.filter(user -> user.status() != UserStatus.PARKED).isPresent()) {
      return new UserOutcome.Conflict("externalId");
    }
    Instant now = clock.now();
    // Another external id in place of one means another person; a first one only completes it.
    boolean anotherPerson = anotherId && before.externalId().isPresent();
    User after = adopted(before, profile, now);
    if (anotherPerson) {
      after = after.asAnotherPerson(now);
      words.forget(before);
      claims.forget(before);
    }
    if (before.active() && !after.active()) {
      after = after.withCredentialsEnded();
    }
    bearer.ifPresent(parked -> words.absorb(parked, before));
    users.update(after);
    moveHandle(caller, after, now);
    audit.record(
        caller,
        AuditEntry.updated("user", after.id().toString(), described(before), described(after)));
    return new UserOutcome.Stored(after, true);
  }

  UserOutcome delete(Caller caller, Connection connection, UUID userId) {
    if (!connection.settings().provisioning().allowsScim()) {
      return new UserOutcome.NotProvisionedByScim();
    }
    Optional<User> found = users.lock(connection, userId);
    if (found.isEmpty()) {
      return new UserOutcome.NotFound();
    }
    handles.release(found.get());
    users.bury(found.get(), clock.now());
    audit.record(caller, AuditEntry.deleted("user", userId.toString(), described(found.get())));
    return new UserOutcome.Deleted();
  }

  private void giveHandle(Caller caller, User user, Instant now) {
    user.email()
        .flatMap(email -> handles.give(user, email, Handles.Source.SCIM, now))
        .ifPresent(loser -> alert(caller, user, loser));
  }

  private void moveHandle(Caller caller, User user, Instant now) {
    if (user.email().isEmpty()) {
      handles.release(user);
      return;
    }
    handles
        .move(user, user.email().get(), Handles.Source.SCIM, now)
        .ifPresent(loser -> alert(caller, user, loser));
  }

  private void alert(Caller caller, User winner, UUID loser) {
    audit.record(
        caller,
        AuditEntry.updated(
            "handle",
            winner.id().toString(),
            Map.of("user", loser.toString()),
            Map.of("user", winner.id().toString())));
  }

  private static UserStatus status(UserProfile profile, UserStatus otherwise) {
    return profile
        .active()
        .map(active -> active ? UserStatus.ACTIVE : UserStatus.DISABLED)
        .orElse(otherwise);
  }

  private static Map<String, Object> described(User user) {
    return Map.of(
        "userName", user.userName(),
        "externalId", user.externalId().orElse(""),
        "status", user.status().name(),
        "managedByScim", user.managedByScim(),
        "credentialEpoch", user.credentialEpoch(),
        "attributes", user.attributes().asMap());
  }
}
