package dev.portcullis.access.configuration;

import dev.portcullis.access.configuration.ConfigurationItem.OfPortal;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjectOutcome;
import dev.portcullis.catalog.PortalObjects;
import java.util.List;
import java.util.UUID;

/** Actions, or pages. */
final class PortalPart extends ConfigurationPart<OfPortal> {

  private final PortalObject.Kind portalKind;
  private final PortalObjects objects;

  PortalPart(PortalObject.Kind portalKind, PortalObjects objects) {
    super(
        portalKind == PortalObject.Kind.ACTION ? ConfigurationKind.ACTION : ConfigurationKind.PAGE,
        OfPortal.class);
    this.portalKind = portalKind;
    this.objects = objects;
  }

  @Override
  List<OfPortal> present(UUID organizationId) {
    return objects.all(organizationId, portalKind).stream()
        .map(object -> new OfPortal(portalKind, object.identifier(), object.document()))
        .toList();
  }

  @Override
  Applied create(ImportRun run, OfPortal item) {
    return applied(objects.create(run.caller(), portalKind, item.identifier(), item.document()));
  }

  @Override
  Applied change(ImportRun run, OfPortal before, OfPortal after) {
    return applied(
        objects.change(run.caller(), portalKind, after.identifier(), _ -> after.document()));
  }

  @Override
  Applied remove(ImportRun run, OfPortal item) {
    return objects.delete(run.caller(), portalKind, item.identifier())
        ? Applied.DONE
        : Applied.refused("is gone meanwhile; import again");
  }

  private static Applied applied(PortalObjectOutcome outcome) {
    return switch (outcome) {
      case PortalObjectOutcome.Stored _ -> Applied.DONE;
      case PortalObjectOutcome.NotFound _ -> Applied.refused("is gone meanwhile; import again");
      case PortalObjectOutcome.Exists _ -> Applied.refused("`identifier` was taken meanwhile");
      case PortalObjectOutcome.Rejected(var problems) ->
          Applied.refused(BlueprintsPart.inWords(problems));
    };
  }
}
