package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    return basis(action, name -> catalog.blueprint(organizationId, name));
  }

  /** What an action's or page's document is made on. */
  static DocumentBasis basis(
      PortalObject object, Function<String, Optional<Blueprint>> blueprints) {
    return switch (object.kind()) {
      case ACTION ->
          new DocumentBasis(
              ActionPermissions.defaults(object.blueprint()),
              object.blueprint().flatMap(blueprints).map(Blueprint::definition));
      case PAGE -> new DocumentBasis(PagePermissions.defaults(), Optional.empty());
    };
  }
}
