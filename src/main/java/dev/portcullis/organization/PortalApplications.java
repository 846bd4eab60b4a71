package dev.portcullis.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The doorway to an organization's applications. */
@Component
public class PortalApplications {

  private static final int CLIENT_ID_BYTES = 24;

  private final ApplicationRows rows;
  private final ApplicationUses uses;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PortalApplications(
      ApplicationRows rows, ApplicationUses uses, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.uses = uses;
    this.events = events;
    this.clock = clock;
  }

  /** Registers an application under a new client id. */
  @OneTransaction
  public ApplicationOutcome create(Caller caller, ApplicationSettings settings) {
    List<String> problems = settings.problems();
    if (!problems.isEmpty()) {
      return new ApplicationOutcome.Rejected(problems);
    }
    Instant now = clock.instant();
    String clientId = Secrets.nextOfBytes(CLIENT_ID_BYTES);
    PortalApplication made =
        new PortalApplication(caller.organizationId(), clientId, settings, now, now);
    rows.insert(made);
    events.publishEvent(new ApplicationChanged(caller, Optional.empty(), Optional.of(made)));
    return new ApplicationOutcome.Stored(made);
  }

  /**
   * Changes an application.
   *
   * @param edit what its settings are to be, given what they are; without effect of its own
   */
  @OneTransaction
  public ApplicationOutcome edit(
      Caller caller, String clientId, UnaryOperator<ApplicationSettings> edit) {
    Optional<PortalApplication> found = rows.locked(caller.organizationId(), clientId);
    if (found.isEmpty()) {
      return new ApplicationOutcome.NotFound();
    }
    PortalApplication before = found.get();
    ApplicationSettings settings = edit.apply(before.settings());
    List<String> problems = settings.problems();
    if (!problems.isEmpty()) {
      return new ApplicationOutcome.Rejected(problems);
    }
    if (settings.equals(before.settings())) {
      return new ApplicationOutcome.Stored(before);
    }
    PortalApplication after =
        new PortalApplication(
            before.organizationId(), clientId, settings, before.createdAt(), clock.instant());
    rows.update(after);
    events.publishEvent(new ApplicationChanged(caller, found, Optional.of(after)));
    return new ApplicationOutcome.Stored(after);
  }

  /** Deletes an application, unless a connection names it. */
  @OneTransaction
  public ApplicationOutcome delete(Caller caller, String clientId) {
    // Whoever makes a connection name it takes the same lock first, see hold.
    Optional<PortalApplication> found = rows.locked(caller.organizationId(), clientId);
    if (found.isEmpty()) {
      return new ApplicationOutcome.NotFound();
    }
    List<String> connections = uses.connectionsNaming(caller.organizationId(), clientId);
    if (!connections.isEmpty()) {
      return new ApplicationOutcome.InUse(connections);
    }
    rows.delete(found.get());
    events.publishEvent(new ApplicationChanged(caller, found, Optional.empty()));
    return new ApplicationOutcome.Deleted();
  }

  /** The application of that client id. */
  @OneTransaction(readOnly = true)
  public Optional<PortalApplication> find(UUID organizationId, String clientId) {
    return rows.find(organizationId, clientId);
  }

  /**
   * The application of that client id, in whichever organization: a browser that comes with it has
   * no other credential.
   */
  @OneTransaction(readOnly = true)
  public Optional<PortalApplication> registered(String clientId) {
    return rows.registered(clientId);
  }

  /** Whether some application has registered that origin, compared as a string. */
  @OneTransaction(readOnly = true)
  public boolean haveOrigin(String origin) {
    return RegisteredOrigin.problem("origin", origin).isEmpty() && rows.haveOrigin(origin);
  }

  /** All applications of an organization, by name. */
  @OneTransaction(readOnly = true)
  public List<PortalApplication> all(UUID organizationId) {
    return rows.all(organizationId);
  }

  /**
   * Whether there is such an application, which is then not deleted until the present transaction
   * ends. To be called within a transaction, by whoever is about to name it.
   */
  public boolean hold(UUID organizationId, String clientId) {
    return rows.locked(organizationId, clientId).isPresent();
  }
}
