package dev.portcullis.access;

import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObject.Kind;
import dev.portcullis.catalog.PortalObjectOutcome;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/**
 * The doorway to actions and pages for whoever may see only some of them (Port rules 24, 25 and
 * 36): what a caller may not see is not there. Apps and Admins see all.
 */
@Component
public class PortalObjectAccess {

  /** The field by which whoever may edit a page locks it (Port rule 38). */
  private static final String LOCKED = "locked";

  private final AccessSnapshots snapshots;
  private final Answers answers;
  private final PortalObjects objects;

  PortalObjectAccess(AccessSnapshots snapshots, Answers answers, PortalObjects objects) {
    this.snapshots = snapshots;
    this.answers = answers;
    this.objects = objects;
  }

  /** All of a kind that the caller may see, in the order in which they were made. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<PortalObject> all(Caller caller, Kind kind) {
    Sight sight = new Sight(snapshots.of(caller.organizationId()), caller);
    return objects.all(caller.organizationId(), kind).stream().filter(sight::includes).toList();
  }

  /** The one of that identifier, if the caller may see it; case counts. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<PortalObject> find(Caller caller, Kind kind, String identifier) {
    Sight sight = new Sight(snapshots.of(caller.organizationId()), caller);
    return objects.find(caller.organizationId(), kind, identifier).filter(sight::includes);
  }

  /**
   * Changes one. Whoever may edit a page may lock it and let it loose; the rest is for Admins.
   *
   * @param edit what the document is to be, given what it is
   */
  @OneTransaction
  public ObjectEditOutcome change(
      Caller caller, Kind kind, String identifier, UnaryOperator<Map<String, Object>> edit) {
    Sight sight = new Sight(snapshots.of(caller.organizationId()), caller);
    Optional<PortalObject> found =
        objects.find(caller.organizationId(), kind, identifier).filter(sight::includes);
    if (found.isEmpty()) {
      return new ObjectEditOutcome.Permitted(new PortalObjectOutcome.NotFound());
    }
    return sight.isAdmins() || (locks(found.get(), edit) && sight.may("update", found.get()))
        ? new ObjectEditOutcome.Permitted(objects.change(caller, kind, identifier, edit))
        : new ObjectEditOutcome.Denied(
            new Denial(
                "update",
                type(kind),
                identifier,
                "An Admin may change it; whoever may update a page may set its `locked`."));
  }

  private static boolean locks(PortalObject page, UnaryOperator<Map<String, Object>> edit) {
    return page.kind() == Kind.PAGE
        && without(edit.apply(page.document())).equals(without(page.document()));
  }

  private static Map<String, Object> without(Map<String, Object> document) {
    Map<String, Object> rest = new HashMap<>(document);
    rest.keySet().removeAll(Set.of(LOCKED));
    return rest;
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case ACTION -> AccessQuestion.ACTION;
      case PAGE -> AccessQuestion.PAGE;
    };
  }

  /** What one caller sees. */
  private final class Sight {

    private final AccessSnapshot snapshot;
    private final EntityRights rights;

    Sight(AccessSnapshot snapshot, Caller caller) {
      this.snapshot = snapshot;
      this.rights = EntityRights.of(snapshot, caller);
    }

    boolean isAdmins() {
      return rights.areAdmins();
    }

    boolean includes(PortalObject object) {
      return isAdmins() || may("read", object);
    }

    boolean may(String action, PortalObject object) {
      return rights
          .person()
          .filter(person ->
              answers
                  .to(
                      snapshot,
                      person,
                      true,
                      AccessQuestion.plain(
                          person.user().id(), action, type(object.kind()), object.identifier()))
                  .allowed())
          .isPresent();
    }
  }
}
