package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The person behind a sign-in: found by the token's subject, never by e-mail, or made. */
@Component
class SignInUsers {

  private final Users users;
  private final UserNames names;
  private final Handles handles;
  private final Invitations invitations;
  private final UserMerges merges;
  private final AuditTrail audit;

  SignInUsers(
      Users users,
      UserNames names,
      Handles handles,
      Invitations invitations,
      UserMerges merges,
      AuditTrail audit) {
    this.users = users;
    this.names = names;
    this.handles = handles;
    this.invitations = invitations;
    this.merges = merges;
    this.audit = audit;
  }

  /** Whom a subject means. */
  sealed interface Search {

    /** A user, active or not, locked. */
    record Known(User user) implements Search {}

    /** A value that a push named before the person came. */
    record Parked(User parked) implements Search {}

    /** Somebody who was deleted, whom only a push brings back. */
    record Gone() implements Search {}

    /** Nobody yet. */
    record Nobody() implements Search {}
  }

  Search find(Connection connection, String subject) {
    Optional<User> bearer = users.lockByExternalId(connection, subject);
    boolean parked = bearer.filter(user -> user.status() == UserStatus.PARKED).isPresent();
    if (bearer.isPresent() && !parked) {
      return new Search.Known(bearer.get());
    }
    // A push may name a person as a member after they were deleted; that brings nobody back.
    if (users.hasTombstone(connection, subject)) {
      return new Search.Gone();
    }
    return parked ? new Search.Parked(bearer.get()) : new Search.Nobody();
  }

  /** Whether an Admin invited whoever has the statement's e-mail, and waits for them still. */
  boolean isAwaited(Connection connection, SignInStatement statement) {
    return vouchedEmail(statement)
        .flatMap(email -> invitations.awaited(connection, email))
        .isPresent();
  }

  /** Whether an Admin disabled whoever has the statement's e-mail before they ever came. */
  boolean isKeptOut(Connection connection, SignInStatement statement) {
    return vouchedEmail(statement)
        .filter(email -> invitations.isKeptOut(connection.organizationId(), email))
        .isPresent();
  }

  /** The user of a person first seen at a sign-in: the one who was invited, else a new one. */
  User made(
      Caller caller,
      Connection connection,
      Optional<User> parked,
      SignInStatement statement,
      Instant now) {
    return vouchedEmail(statement)
        .flatMap(email -> invitations.awaited(connection, email))
        .map(invited -> arrived(caller, connection, invited, parked, statement, now))
        .orElseGet(() -> madeAnew(caller, connection, parked, statement, now));
  }

  private User arrived(
      Caller caller,
      Connection connection,
      User invited,
      Optional<User> parked,
      SignInStatement statement,
      Instant now) {
    UserProfile profile =
        new UserProfile(
            names.firstFree(connection, candidates(statement), statement.subject()),
            Optional.of(statement.subject()),
            Optional.empty(),
            updated(invited.attributes(), attributes(statement)));
    User user = invited.arrived(connection.id(), profile, UserStatus.ACTIVE, now);
    if (users.hasTombstone(connection, statement.subject())) {
      user = user.withClaimsNotBefore(Optional.of(now));
    }
    if (parked.isPresent()) {
      user = merges.merged(caller, connection, parked.get(), user, now);
    }
    users.update(invited, user);
    audit.record(
        caller,
        AuditEntry.updated("user", user.id().toString(), invited.described(), user.described()));
    return user;
  }

  private static Stream<String> candidates(SignInStatement statement) {
    return Stream.of(
            statement.preferredUsername(), statement.email(), Optional.of(statement.subject()))
        .flatMap(Optional::stream)
        .filter(name -> !name.isBlank());
  }

  private User madeAnew(
      Caller caller,
      Connection connection,
      Optional<User> parked,
      SignInStatement statement,
      Instant now) {
    User user =
        new User(
            connection.organizationId(),
            parked.map(User::id).orElseGet(TimeOrderedId::next),
            Optional.of(connection.id()),
            UserStatus.ACTIVE,
            names.firstFree(connection, candidates(statement), statement.subject()),
            Optional.of(statement.subject()),
            attributes(statement),
            "Member",
            0,
            Optional.empty(),
            Optional.empty(),
            1,
            now,
            now,
            Optional.empty(),
            HandProfile.NONE);
    if (parked.isPresent()) {
      users.update(parked.get(), user);
    } else {
      users.insert(user);
    }
    handles.give(caller, user, vouchedEmail(statement), Handles.Source.SIGN_IN, now);
    audit.record(
        caller,
        AuditEntry.created(
            "user", user.id().toString(), Map.of("userName", user.userName(), "by", "sign-in")));
    return user;
  }

  /** Brings a sign-in's user up to date; one that SCIM manages is left alone. */
  User refreshed(Caller caller, User user, SignInStatement statement, Instant now) {
    if (user.managedByScim()) {
      return user;
    }
    AttributeValues attributes = updated(user.attributes(), attributes(statement));
    User refreshed =
        attributes.equals(user.attributes()) ? user : profiled(caller, user, attributes, now);
    if (usableEmail(statement).isPresent()) {
      handles.follow(caller, user, refreshed, vouchedEmail(statement), Handles.Source.SIGN_IN, now);
    }
    return refreshed;
  }

  private User profiled(Caller caller, User user, AttributeValues attributes, Instant now) {
    UserProfile profile =
        new UserProfile(user.userName(), user.externalId(), Optional.empty(), attributes);
    User profiled = user.withProfile(profile, user.status(), now);
    users.update(user, profiled);
    audit.record(
        caller,
        AuditEntry.updated(
            "user", user.id().toString(), user.attributes().asMap(), attributes.asMap()));
    return profiled;
  }

  /** What a token leaves out, as thin ones do, it does not take away. */
  private static AttributeValues updated(AttributeValues before, AttributeValues claimed) {
    Map<String, Object> attributes = new LinkedHashMap<>(before.asMap());
    attributes.putAll(claimed.asMap());
    return new AttributeValues(attributes);
  }

  private static Optional<String> vouchedEmail(SignInStatement statement) {
    return statement.emailVerified() ? usableEmail(statement) : Optional.empty();
  }

  /** The e-mail unless it is too odd to be stored. */
  private static Optional<String> usableEmail(SignInStatement statement) {
    return statement.email().filter(email -> UserProfile.emailProblem(email).isEmpty());
  }

  private static AttributeValues attributes(SignInStatement statement) {
    Map<String, Object> name = new LinkedHashMap<>();
    statement.givenName().ifPresent(given -> name.put("givenName", given));
    statement.familyName().ifPresent(family -> name.put("familyName", family));
    Map<String, Object> attributes = new LinkedHashMap<>();
    if (!name.isEmpty()) {
      attributes.put("name", name);
    }
    usableEmail(statement)
        .ifPresent(email ->
            attributes.put(
                "emails", List.of(Map.of("value", email, "type", "work", "primary", true))));
    return new AttributeValues(attributes);
  }
}
