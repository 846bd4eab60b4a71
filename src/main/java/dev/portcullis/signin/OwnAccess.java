package dev.portcullis.signin;

import dev.portcullis.access.EffectiveRoles;
import dev.portcullis.access.RoleAccount;
import dev.portcullis.audit.RecordedSignIn;
import dev.portcullis.audit.RecordedSignIns;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Absence;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SyncOutcome;
import dev.portcullis.directory.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The doorway for people who ask about themselves. */
@Component
public class OwnAccess {

  private final Connections connections;
  private final Directory directory;
  private final Memberships memberships;
  private final EffectiveRoles roles;
  private final RecordedSignIns signIns;

  OwnAccess(
      Connections connections,
      Directory directory,
      Memberships memberships,
      EffectiveRoles roles,
      RecordedSignIns signIns) {
    this.connections = connections;
    this.directory = directory;
    this.memberships = memberships;
    this.roles = roles;
    this.signIns = signIns;
  }

  /**
   * What somebody has, and why or why not.
   *
   * @param held why the newest sign-in's claim changed nothing, if it did not
   */
  public record Account(
      User user,
      Connection connection,
      RoleAccount role,
      List<Belonging> teams,
      List<Absence> absences,
      Optional<HeldClaim> held) {}

  /** That a sign-in's groups claim was held. */
  public record HeldClaim(Instant at, String because) {}

  /** The account of the person whose session stands; empty if they are gone since. */
  public Optional<Account> of(OpenSession session) {
    return connections
        .find(session.organizationId(), session.connectionId())
        .flatMap(connection ->
            directory
                .user(connection, session.userId())
                .flatMap(user -> account(connection, user)));
  }

  private Optional<Account> account(Connection connection, User user) {
    List<Belonging> teams = memberships.of(user.organizationId(), user.id());
    return roles
        .account(user.organizationId(), user.id())
        .map(role ->
            new Account(
                user,
                connection,
                role,
                teams,
                memberships.absences(
                    connection,
                    user.id(),
                    teams.stream().map(Belonging::groupId).collect(Collectors.toSet())),
                held(connection, user)));
  }

  private Optional<HeldClaim> held(Connection connection, User user) {
    return signIns
        .newestOf(connection.organizationId(), connection.id(), user.id())
        .flatMap(newest -> newest.claim().flatMap(claim -> held(newest, claim)));
  }

  private static Optional<HeldClaim> held(RecordedSignIn newest, RecordedSignIn.Claim claim) {
    return claim.verdict().equals(SyncOutcome.Verdict.HELD.name())
        ? Optional.of(new HeldClaim(newest.at(), claim.heldBecause().orElse("")))
        : Optional.empty();
  }
}
