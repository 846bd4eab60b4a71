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
    return known.stream()
        .filter(application -> clientId.filter(application.clientId()::equals).isPresent())
        .map(application -> application.settings().name())
        .findFirst();
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

  /** The settings with the client id of the application; empty if not just one has that name. */
  private Optional<ConnectionSettings> meant(ImportRun run, OfConnection item) {
    Optional<String> name = item.settings().application();
    if (name.isEmpty()) {
      return Optional.of(item.settings());
    }
    List<String> clientIds =
        applications.all(run.organizationId()).stream()
            .filter(application -> application.settings().name().equals(name.get()))
            .map(PortalApplication::clientId)
            .toList();
    return clientIds.size() == 1
        ? Optional.of(item.settings().withApplication(Optional.of(clientIds.getFirst())))
        : Optional.empty();
  }

  private static Applied noApplication(OfConnection item) {
    return Applied.refused(
        "`application` names `%s`, and not just one application of this organization is called that"
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
