package dev.portcullis.api;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Organization;
import dev.portcullis.organization.Organizations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own organization, as Port shows it. */
@RestController
class OrganizationController {

  private final Organizations organizations;

  OrganizationController(Organizations organizations) {
    this.organizations = organizations;
  }

  record Reply(boolean ok, OrganizationRepresentation organization) {}

  /**
   * An organization in a reply.
   *
   * @param featureFlags what Port's clients may rely on beyond the plain contract; nothing yet
   */
  record OrganizationRepresentation(
      UUID id,
      String name,
      String region,
      List<String> featureFlags,
      SettingsRepresentation settings,
      Instant createdAt) {

    static OrganizationRepresentation of(Organization organization) {
      return new OrganizationRepresentation(
          organization.id(),
          organization.name(),
          organization.region().wireName(),
          List.of(),
          SettingsRepresentation.NONE,
          organization.createdAt());
    }
  }

  /** Port's settings, as they are where nobody can make any: nothing hidden, nobody let in. */
  record SettingsRepresentation(
      List<String> hiddenBlueprints, boolean federatedLogout, String supportUserPermission) {

    static final SettingsRepresentation NONE =
        new SettingsRepresentation(List.of(), false, "OPT_OUT");
  }

  @GetMapping("/v1/organization")
  Reply get(@AuthenticationPrincipal Caller caller) {
    return organizations
        .find(caller.organizationId())
        .map(organization -> new Reply(true, OrganizationRepresentation.of(organization)))
        .orElseThrow();
  }
}
