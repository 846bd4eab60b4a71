package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds what permission documents belong to. */
@Component
class DocumentOwners {

  private final Catalog catalog;
  private final PortalObjects objects;

  DocumentOwners(Catalog catalog, PortalObjects objects) {
    this.catalog = catalog;
    this.objects = objects;
  }

  /** What the owner's document is made on; empty if there is no such owner. */
  Optional<DocumentBasis> find(UUID organizationId, PermissionOwner owner) {
    return switch (owner.kind()) {
      case BLUEPRINT ->
          catalog.blueprint(organizationId, owner.identifier()).map(DocumentOwners::basis);
      case ACTION ->
          objects
              .find(organizationId, PortalObject.Kind.ACTION, owner.identifier())
              .map(action -> basis(organizationId, action));
      case PAGE ->
          objects
              .find(organizationId, PortalObject.Kind.PAGE, owner.identifier())
              .map(_ -> new DocumentBasis(PagePermissions.defaults(), Optional.empty()));
    };
  }

  static DocumentBasis basis(Blueprint blueprint) {
    return new DocumentBasis(
        BlueprintPermissions.defaults(blueprint.definition()), Optional.of(blueprint.definition()));
  }

  private DocumentBasis basis(UUID organizationId, PortalObject action) {
    return new DocumentBasis(
        ActionPermissions.defaults(action.blueprint()),
        action
            .blueprint()
            .flatMap(name -> catalog.blueprint(organizationId, name))
            .map(Blueprint::definition));
  }
}
