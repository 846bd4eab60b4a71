package dev.portcullis.catalog;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.catalog.PortalObject.Kind;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The doorway to an organization's actions and pages. */
@Component
public class PortalObjects {

  private final PortalObjectRows rows;
  private final BlueprintRows blueprints;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PortalObjects(
      PortalObjectRows rows,
      BlueprintRows blueprints,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.blueprints = blueprints;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** All of a kind, in the order in which they were made. */
  @OneTransaction(readOnly = true)
  public List<PortalObject> all(UUID organizationId, Kind kind) {
    return rows.all(organizationId, kind);
  }

  /** The one of that identifier; case counts. */
  @OneTransaction(readOnly = true)
  public Optional<PortalObject> find(UUID organizationId, Kind kind, String identifier) {
    return rows.find(organizationId, kind, identifier);
  }

  /** Makes one. */
  @OneTransaction
  public PortalObjectOutcome create(
      Caller caller, Kind kind, String identifier, Map<String, Object> document) {
    PortalObject made =
        new PortalObject(
            kind,
            identifier,
            document,
            Provenance.made(clock.instant(), caller.actor().identifier()));
    List<CatalogProblem> problems = problems(caller.organizationId(), made);
    if (!problems.isEmpty()) {
      return new PortalObjectOutcome.Rejected(problems);
    }
    if (rows.find(caller.organizationId(), kind, identifier).isPresent()) {
      return new PortalObjectOutcome.Exists(identifier);
    }
    rows.insert(caller.organizationId(), made);
    audit.record(caller, AuditEntry.created(kind.wireName(), identifier, document));
    return new PortalObjectOutcome.Stored(made);
  }

  /**
   * Changes one; it keeps its identifier.
   *
   * @param edit what the document is to be, given what it is
   */
  @OneTransaction
  public PortalObjectOutcome change(
      Caller caller, Kind kind, String identifier, UnaryOperator<Map<String, Object>> edit) {
    Optional<PortalObject> before = rows.locked(caller.organizationId(), kind, identifier);
    if (before.isEmpty()) {
      return new PortalObjectOutcome.NotFound();
    }
    PortalObject after =
        new PortalObject(
            kind,
            identifier,
            edit.apply(before.get().document()),
            before.get().provenance().changed(clock.instant(), caller.actor().identifier()));
    if (!identifier.equals(after.document().get("identifier"))) {
      return new PortalObjectOutcome.Rejected(
          List.of(
              CatalogProblem.malformed(
                  "identifier", "cannot be changed; make another " + kind.wireName())));
    }
    List<CatalogProblem> problems = problems(caller.organizationId(), after);
    if (!problems.isEmpty()) {
      return new PortalObjectOutcome.Rejected(problems);
    }
    rows.update(caller.organizationId(), after);
    audit.record(
        caller,
        AuditEntry.updated(kind.wireName(), identifier, before.get().document(), after.document()));
    return new PortalObjectOutcome.Stored(after);
  }

  /** Deletes one with its permissions; answers whether it was there. */
  @OneTransaction
  public boolean delete(Caller caller, Kind kind, String identifier) {
    Optional<PortalObject> found = rows.locked(caller.organizationId(), kind, identifier);
    if (found.isEmpty()) {
      return false;
    }
    rows.delete(caller.organizationId(), found.get());
    audit.record(caller, AuditEntry.deleted(kind.wireName(), identifier, found.get().document()));
    events.publishEvent(new PortalObjectDeleted(caller, found.get()));
    return true;
  }

  private List<CatalogProblem> problems(UUID organizationId, PortalObject object) {
    return PortalObjectReview.of(
        object,
        blueprint ->
            SystemBlueprints.are(blueprint)
                || blueprints.find(organizationId, blueprint).isPresent());
  }
}
