package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Organizations;
import dev.portcullis.organization.PortalApplication;
import dev.portcullis.organization.PortalApplications;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds out whose sign-in a browser starts, and by that in which organization: from an
 * application's client id and the connection's name there, or from a connection's id alone.
 */
@Component
class SignInEntries {

  private final PortalApplications applications;
  private final Connections connections;
  private final Organizations organizations;

  SignInEntries(
      PortalApplications applications, Connections connections, Organizations organizations) {
    this.applications = applications;
    this.connections = connections;
    this.organizations = organizations;
  }

  SignInEntry of(SignInRequest request) throws Refusal {
    request.checkGuides();
    Optional<String> clientId = request.parameter(SignInRequest.CLIENT_ID);
    Optional<PortalApplication> application = clientId.flatMap(applications::registered);
    if (clientId.isPresent() && application.isEmpty()) {
      throw new Refusal(
          ReasonCode.UNKNOWN_APPLICATION,
          "no application has this `client_id`; register it at POST /v1/applications");
    }
    Connection connection =
        application
            .map(portal -> ofApplication(portal, request))
            .orElseGet(() -> connectionId(request).flatMap(connections::identified))
            .orElseThrow(SignInEntries::noConnection);
    return new SignInEntry(
        organizations.find(connection.organizationId()).orElseThrow(), connection, application);
  }

  private Optional<Connection> ofApplication(PortalApplication portal, SignInRequest request) {
    UUID organization = portal.organizationId();
    return request
        .parameter(SignInRequest.CONNECTION)
        .flatMap(name -> connections.named(organization, name))
        .or(() -> connectionId(request).flatMap(id -> connections.find(organization, id)));
  }

  private static Optional<UUID> connectionId(SignInRequest request) {
    try {
      return request.parameter(SignInRequest.CONNECTION).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Refusal noConnection() {
    return new Refusal(
        ReasonCode.UNKNOWN_CONNECTION,
        "`connection` must be the name of a connection of the application's organization, or,"
            + " without `client_id`, a connection's id; copy the address from the connection");
  }
}
