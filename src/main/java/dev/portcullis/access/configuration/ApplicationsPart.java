package dev.portcullis.access.configuration;

import dev.portcullis.access.configuration.ConfigurationItem.OfApplication;
import dev.portcullis.organization.ApplicationOutcome;
import dev.portcullis.organization.PortalApplication;
import dev.portcullis.organization.PortalApplications;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Applications, by their names: client ids are made by us and other in each organization. */
final class ApplicationsPart extends ConfigurationPart<OfApplication> {

  private final PortalApplications applications;

  ApplicationsPart(PortalApplications applications) {
    super(ConfigurationKind.APPLICATION, OfApplication.class);
    this.applications = applications;
  }

  /** Names that several bear. */
  List<String> ambiguous(UUID organizationId) {
    Set<String> seen = new HashSet<>();
    return applications.all(organizationId).stream()
        .map(application -> application.settings().name())
        .filter(name -> !seen.add(name))
        .distinct()
        .toList();
  }

  @Override
  List<OfApplication> present(UUID organizationId) {
    return applications.all(organizationId).stream()
        .map(application -> new OfApplication(application.settings()))
        .toList();
  }

  @Override
  Applied create(ImportRun run, OfApplication item) {
    return applied(
        applications.create(run.caller(), item.settings()),
        List.of("has a `clientId` of its own here; `GET /v1/applications` tells it"));
  }

  @Override
  Applied change(ImportRun run, OfApplication before, OfApplication after) {
    return applied(
        applications.edit(run.caller(), clientId(run, before), _ -> after.settings()), List.of());
  }

  @Override
  Applied remove(ImportRun run, OfApplication item) {
    return applied(applications.delete(run.caller(), clientId(run, item)), List.of());
  }

  private String clientId(ImportRun run, OfApplication item) {
    return applications.all(run.organizationId()).stream()
        .filter(application -> application.settings().name().equals(item.identifier()))
        .map(PortalApplication::clientId)
        .findFirst()
        .orElse("");
  }

  private static Applied applied(ApplicationOutcome outcome, List<String> warnings) {
    return switch (outcome) {
      case ApplicationOutcome.Stored _ -> Applied.done(warnings);
      case ApplicationOutcome.Deleted _ -> Applied.DONE;
      case ApplicationOutcome.NotFound _ -> Applied.refused("is gone meanwhile; import again");
      case ApplicationOutcome.InUse(List<String> connections) ->
          Applied.refused(
              "cannot be removed: these connections name it, `"
                  + String.join("`, `", connections)
                  + "`");
      case ApplicationOutcome.Rejected(List<String> problems) -> Applied.refused(problems);
    };
  }
}
