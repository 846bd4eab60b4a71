package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.attribute.CaseFold;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People whom an Admin awaits: users without a connection, known by their handle alone. */
@Component
class Invitations {

  private final JdbcClient jdbc;
  private final Users users;
  private final Handles handles;
  private final Connections connections;
  private final UserRow row;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  Invitations(
      JdbcClient jdbc,
      Users users,
      Handles handles,
      Connections connections,
      UserRow row,
      DatabaseClock clock,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.users = users;
    this.handles = handles;
    this.connections = connections;
    this.row = row;
    this.clock = clock;
    this.audit = audit;
  }

  InvitationOutcome invite(Caller caller, Invitation invitation) {
    Optional<String> problem = problem(invitation.email());
    if (problem.isPresent()) {
      return new InvitationOutcome.Rejected(problem.get());
    }
    Optional<Connection> through =
        invitation.connection().flatMap(name -> connections.named(caller.organizationId(), name));
    if (invitation.connection().isPresent() && through.isEmpty()) {
      return new InvitationOutcome.ConnectionNotFound(invitation.connection().get());
    }
    Optional<User> known =
        handles
            .user(caller.organizationId(), invitation.email())
            .flatMap(id -> users.lockAnywhere(caller.organizationId(), id));
    if (known.filter(user -> user.connectionId().isPresent()).isPresent()) {
      return new InvitationOutcome.AlreadyKnown();
    }
    User user =
        known
            .map(awaited -> awaitedAnew(caller, awaited, invitation))
            .orElseGet(() -> awaited(caller, invitation));
    jdbc.sql("update users set invited_through = ? where organization_id = ? and user_id = ?")
        .param(through.map(Connection::id).orElse(null))
        .param(user.organizationId())
        .param(user.id())
        .update();
    return new InvitationOutcome.Invited(user);
  }

  private static Optional<String> problem(String email) {
    if (ServiceAccountUsers.isOfServiceAccount(email)) {
      return Optional.of("`invitee.email` is a service account's, whom nobody invites");
    }
    return EmailAddress.problem("invitee.email", email);
  }

  private User awaited(Caller caller, Invitation invitation) {
    Instant now = clock.now();
    User user =
        new User(
            caller.organizationId(),
            TimeOrderedId.next(),
            Optional.empty(),
            status(invitation),
            invitation.email(),
            Optional.empty(),
            addressed(invitation.email()),
            invitation.role().role(),
            0,
            Optional.empty(),
            Optional.empty(),
            1,
            now,
            now,
            Optional.empty(),
            HandProfile.NONE.moderating(invitation.role().moderatedBlueprints()));
    users.insert(user);
    handles.assign(caller, user, invitation.email(), now);
    audit.record(caller, AuditEntry.created("user", user.id().toString(), user.described()));
    return user;
  }

  private User awaitedAnew(Caller caller, User awaited, Invitation invitation) {
    UserStatus status =
        awaited.status() == UserStatus.INVITED || awaited.status() == UserStatus.ACTIVE
            ? awaited.status()
            : status(invitation);
    User user =
        awaited
            .withProfile(awaited.profile(), status, clock.now())
            .withRoleByHand(invitation.role());
    users.update(awaited, user);
    audit.record(
        caller,
        AuditEntry.updated("user", user.id().toString(), awaited.described(), user.described()));
    return user;
  }

  private static UserStatus status(Invitation invitation) {
    return invitation.told() ? UserStatus.INVITED : UserStatus.STAGED;
  }

  private static AttributeValues addressed(String email) {
    return new AttributeValues(
        Map.of("emails", List.of(Map.of("value", email, "type", "work", "primary", true))));
  }

  /**
   * Who is awaited with that e-mail and may come through that connection, locked: it is the one
   * that the invitation names, or the organization's only one.
   */
  Optional<User> awaited(Connection connection, String email) {
    if (ServiceAccountUsers.isOfServiceAccount(email)) {
      return Optional.empty();
    }
    return jdbc.sql(
            "select "
                + UserRow.COLUMNS
                + """
                 from handles h
                join users u on u.organization_id = h.organization_id and u.user_id = h.user_id
                where h.organization_id = :organization and h.handle = :handle and h.borne
                  and u.connection_id is null and u.status in ('STAGED', 'INVITED', 'ACTIVE')
                  and (u.invited_through = :connection or (u.invited_through is null and 1 = (
                    select count(*) from connections c
                    where c.organization_id = :organization and c.deleted_at is null)))
                """)
        .param("organization", connection.organizationId())
        .param("handle", CaseFold.of(email))
        .param("connection", connection.id())
        .query(row)
        .optional()
        .map(User::id)
        .flatMap(id -> lock(connection.organizationId(), id));
  }

  /** Whether that e-mail is of somebody who never came and whom an Admin disabled. */
  boolean isKeptOut(UUID organizationId, String email) {
    return handles
        .user(organizationId, email)
        .flatMap(id -> lock(organizationId, id))
        .filter(user -> user.status() == UserStatus.DISABLED)
        .isPresent();
  }

  private Optional<User> lock(UUID organizationId, UUID userId) {
    return users.lockAnywhere(organizationId, userId).filter(user -> user.connectionId().isEmpty());
  }
}
