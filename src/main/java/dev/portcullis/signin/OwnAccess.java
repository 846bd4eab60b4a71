package dev.portcullis.signin;

import dev.portcullis.access.EffectiveRole;
import dev.portcullis.access.EffectiveRoles;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.User;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The doorway for people who ask about themselves. */
@Component
public class OwnAccess {

  private final Connections connections;
  private final Directory directory;
  private final Memberships memberships;
  private final EffectiveRoles roles;

  OwnAccess(
      Connections connections,
      Directory directory,
      Memberships memberships,
      EffectiveRoles roles) {
    this.connections = connections;
    this.directory = directory;
    this.memberships = memberships;
    this.roles = roles;
  }

  /** What somebody has, and why. */
  public record Account(
      User user, Connection connection, EffectiveRole role, List<Belonging> teams) {}

  /** The account of the person whose session stands; empty if they are gone since. */
  public Optional<Account> of(OpenSession session) {
    return connections
        .find(session.organizationId(), session.connectionId())
        .flatMap(connection ->
            directory
                .user(connection, session.userId())
                .flatMap(user ->
                    roles
                        .of(session.organizationId(), user.id())
                        .map(role ->
                            new Account(
                                user,
                                connection,
                                role,
                                memberships.of(session.organizationId(), user.id())))));
  }
}
