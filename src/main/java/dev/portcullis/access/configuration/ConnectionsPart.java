package dev.portcullis.access.configuration;

import dev.portcullis.access.configuration.ConfigurationItem.OfConnection;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionOutcome;
import dev.portcullis.connection.ConnectionSettings;
import dev.portcullis.connection.Connections;
import dev.portcullis.connection.SecretChange;
import dev.portcullis.organization.PortalApplication;
import dev.portcullis.organization.PortalApplications;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Connections without their secrets, naming applications by their names. */
final class ConnectionsPart extends ConfigurationPart<OfConnection> {

  private static final String SET_SECRET =
      "; if its provider gave you one, set it by `PATCH /v1/connections/{name}`";

  private final Connections connections;
  private final PortalApplications applications;

  ConnectionsPart(Connections connections, PortalApplications applications) {
    super(ConfigurationKind.CONNECTION, OfConnection.class);
    this.connections = connections;
    this.applications = applications;
  }

  @Override
  List<OfConnection> present(UUID organizationId) {
    List<PortalApplication> known = applications.all(organizationId);
    return connections.all(organizationId).stream()
        .map(Connection::settings)
        .map(settings -> settings.withApplication(name(known, settings.application())))
        .map(OfConnection::new)
        .toList();
  }

  private static Optional<String> name(List<PortalApplication> known, Optional<String> clientId) {
    return clientId
        .flatMap(id -> one(known, application -> application.clientId().equals(id)))
        .map(application -> application.settings().name());
  }

  private static Optional<PortalApplication> one(
      List<PortalApplication> known, Predicate<PortalApplication> meant) {
    return known.stream().filter(meant).findFirst();
  }

  @Override
  Applied create(ImportRun run, OfConnection item) {
    Optional<ConnectionSettings> settings = meant(run, item);
    return settings.isEmpty()
        ? noApplication(item)
        : applied(
            connections.create(run.caller(), settings.get(), Optional.empty()),
            List.of("has no client secret and no SCIM token here yet" + SET_SECRET));
  }

  @Override
  Applied change(ImportRun run, OfConnection before, OfConnection after) {
    Optional<ConnectionSettings> settings = meant(run, after);
    if (settings.isEmpty()) {
      return noApplication(after);
    }
    boolean hadSecret = hasSecret(run, after);
    ConnectionOutcome outcome =
        connections.edit(
            run.caller(), after.identifier(), _ -> settings.get(), new SecretChange.Keep());
    return applied(
        outcome,
        hadSecret && !hasSecret(run, after)
            ? List.of("lost its client secret, which was for another issuer or client" + SET_SECRET)
            : List.of());
  }

  private boolean hasSecret(ImportRun run, OfConnection item) {
    return connections
        .named(run.organizationId(), item.identifier())
        .filter(Connection::hasClientSecret)
        .isPresent();
  }

  @Override
  Applied remove(ImportRun run, OfConnection item) {
    return applied(connections.delete(run.caller(), item.identifier()), List.of());
  }

  /** The settings with the client id of the application; empty if there is no such application. */
  private Optional<ConnectionSettings> meant(ImportRun run, OfConnection item) {
    Optional<String> name = item.settings().application();
    if (name.isEmpty()) {
      return Optional.of(item.settings());
    }
    return one(
            applications.all(run.organizationId()),
            application -> application.settings().name().equals(name.get()))
        .map(application -> item.settings().withApplication(Optional.of(application.clientId())));
  }

  private static Applied noApplication(OfConnection item) {
    return Applied.refused(
        "`application` names `%s`, which is no application of this organization"
            .formatted(item.settings().application().orElse("")));
  }

  private static Applied applied(ConnectionOutcome outcome, List<String> warnings) {
    return switch (outcome) {
      case ConnectionOutcome.Stored _ -> Applied.done(warnings);
      case ConnectionOutcome.Deleted _ -> Applied.DONE;
      case ConnectionOutcome.NotFound _ -> Applied.refused("is gone meanwhile; import again");
      case ConnectionOutcome.NameTaken _ -> Applied.refused("`name` was taken meanwhile");
      case ConnectionOutcome.Rejected(List<String> problems) -> Applied.refused(problems);
      case ConnectionOutcome.LastAdmin _ -> Applied.refused(GroupRulesPart.LAST_ADMIN);
    };
  }
}
