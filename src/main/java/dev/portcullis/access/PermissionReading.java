package dev.portcullis.access;

import dev.portcullis.catalog.PortalObject;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/**
 * The doorway to permission documents for whoever may see only some of what they belong to: the
 * document of a page or action that a caller may not see is not there, as that itself is not.
 * Blueprints are seen by everybody.
 */
@Component
public class PermissionReading {

  private final PermissionDocuments documents;
  private final PortalObjectAccess objects;

  PermissionReading(PermissionDocuments documents, PortalObjectAccess objects) {
    this.documents = documents;
    this.objects = objects;
  }

  /** The document in force; empty if there is no such owner, as far as the caller may know. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<VersionedPermissions> of(Caller caller, PermissionOwner owner) {
    return isSeen(caller, owner) ? documents.of(caller.organizationId(), owner) : Optional.empty();
  }

  private boolean isSeen(Caller caller, PermissionOwner owner) {
    return switch (owner.kind()) {
      case BLUEPRINT -> true;
      case ACTION -> isSeen(caller, PortalObject.Kind.ACTION, owner.identifier());
      case PAGE -> isSeen(caller, PortalObject.Kind.PAGE, owner.identifier());
    };
  }

  private boolean isSeen(Caller caller, PortalObject.Kind kind, String identifier) {
    return objects.find(caller, kind, identifier).isPresent();
  }
}
