package dev.portcullis.connection;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.PortalApplications;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether a connection may be as somebody wants it. */
@Component
class ConnectionReview {

  private final ConnectionBounds bounds;
  private final PortalApplications applications;

  ConnectionReview(ConnectionBounds bounds, PortalApplications applications) {
    this.bounds = bounds;
    this.applications = applications;
  }

  /**
   * Everything that is wrong with settings. An application that they newly name is held until the
   * transaction ends, so that it is not deleted meanwhile.
   *
   * @param applicationBefore what the connection names already; nothing deletes that
   */
  List<String> problems(
      Caller caller, ConnectionSettings settings, Optional<String> applicationBefore) {
    List<String> problems = settings.problems(bounds.insecureIssuers());
    if (!problems.isEmpty() || settings.application().equals(applicationBefore)) {
      return problems;
    }
    boolean unknown =
        settings
            .application()
            .filter(id -> !applications.hold(caller.organizationId(), id))
            .isPresent();
    return unknown
        ? List.of("`application` must be the `clientId` of an application that you registered")
        : List.of();
  }
}
