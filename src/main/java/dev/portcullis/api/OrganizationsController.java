package dev.portcullis.api;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Organization;
import dev.portcullis.organization.OrganizationOutcome;
import dev.portcullis.organization.OrganizationOutcome.Created;
import dev.portcullis.organization.OrganizationOutcome.Deleted;
import dev.portcullis.organization.OrganizationOutcome.NameTaken;
import dev.portcullis.organization.OrganizationOutcome.NotFound;
import dev.portcullis.organization.OrganizationOutcome.NotOperator;
import dev.portcullis.organization.OrganizationOutcome.Rejected;
import dev.portcullis.organization.Organizations;
import dev.portcullis.organization.Region;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tenants of this deployment, for its operator. */
@RestController
@RequestMapping("/v1/organizations")
class OrganizationsController {

  private final Organizations organizations;

  OrganizationsController(Organizations organizations) {
    this.organizations = organizations;
  }

  record Draft(@Nullable String name, @Nullable String region) {}

  record Confirmation(@Nullable String name) {}

  record OrganizationRepresentation(UUID id, String name, String region, Instant createdAt) {

    static OrganizationRepresentation of(Organization organization) {
      return new OrganizationRepresentation(
          organization.id(),
          organization.name(),
          organization.region().wireName(),
          organization.createdAt());
    }
  }

  record ApiClientRepresentation(String clientId, String clientSecret) {}

  record CreatedReply(
      boolean ok, OrganizationRepresentation organization, ApiClientRepresentation apiClient) {}

  record ListReply(boolean ok, List<OrganizationRepresentation> organizations) {}

  @PostMapping
  ResponseEntity<CreatedReply> create(
      @AuthenticationPrincipal Caller caller, @RequestBody Draft draft) {
    String name = RequestFault.required("name", draft.name());
    Region region =
        Region.named(RequestFault.required("region", draft.region()))
            .orElseThrow(() -> RequestFault.invalid("region", "`region` must be `eu` or `us`"));
    return switch (organizations.create(caller, name, region)) {
      case Created(Organization made, var client) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(
                  new CreatedReply(
                      true,
                      OrganizationRepresentation.of(made),
                      new ApiClientRepresentation(client.clientId(), client.clientSecret())));
      case NameTaken(String taken) ->
          throw RequestFault.conflict("an organization named `" + taken + "` exists already");
      case Rejected(String problem) -> throw RequestFault.invalid(problem);
      case NotOperator _ -> throw notOperator();
      case Deleted _, NotFound _ -> throw new IllegalStateException("not an outcome of creation");
    };
  }

  @GetMapping
  ListReply list(@AuthenticationPrincipal Caller caller) {
    return new ListReply(
        true,
        organizations.visibleTo(caller).stream().map(OrganizationRepresentation::of).toList());
  }

  /** Deletes a tenant, whose name is asked again: in the body, or in the query. */
  @DeleteMapping("/{id}")
  Done delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(name = "name", required = false) @Nullable String nameInQuery,
      @RequestBody(required = false) @Nullable Confirmation confirmation) {
    UUID organizationId = Identifiers.uuid("Organization", "id", id);
    String name = confirmation == null ? nameInQuery : confirmation.name();
    OrganizationOutcome outcome =
        organizations.delete(caller, organizationId, RequestFault.required("name", name));
    return switch (outcome) {
      case Deleted _ -> Done.DONE;
      case Rejected(String problem) -> throw RequestFault.invalid(problem);
      case NotOperator _ when organizationId.equals(caller.organizationId()) -> throw notOperator();
      // Whether a foreign organization exists is none of a tenant's business.
      case NotOperator _, NotFound _ -> throw RequestFault.notFound("Organization", "id", id);
      case Created _, NameTaken _ -> throw new IllegalStateException("not an outcome of deletion");
    };
  }

  private static RequestFault notOperator() {
    return RequestFault.forbidden(
        "only the operator, the first API client of organization `default`, may do this");
  }
}
