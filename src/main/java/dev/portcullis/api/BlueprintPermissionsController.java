package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.PermissionDocuments;
import dev.portcullis.access.PermissionsOutcome;
import dev.portcullis.access.VersionedPermissions;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what with a blueprint's entities, as Port has it. */
@RestController
@RequestMapping("/v1/blueprints/{blueprint}/permissions")
class BlueprintPermissionsController {

  private final PermissionDocuments documents;

  BlueprintPermissionsController(PermissionDocuments documents) {
    this.documents = documents;
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record PermissionsReply(
      boolean ok, PermissionsRepresentation permissions, List<String> warnings) {

    static PermissionsReply of(VersionedPermissions document, List<String> warnings) {
      return new PermissionsReply(
          true, PermissionsRepresentation.of(document.permissions()), warnings);
    }
  }

  @GetMapping
  PermissionsReply get(@AuthenticationPrincipal Caller caller, @PathVariable String blueprint) {
    return documents
        .of(caller.organizationId(), blueprint)
        .map(document -> PermissionsReply.of(document, List.of()))
        .orElseThrow(() -> CatalogFaults.noBlueprint(blueprint));
  }

  @PatchMapping
  PermissionsReply amend(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String blueprint,
      @RequestBody PermissionsRequest request) {
    return switch (documents.amend(caller, blueprint, request.patch())) {
      case PermissionsOutcome.Stored(VersionedPermissions document, var warnings) ->
          PermissionsReply.of(document, warnings);
      case PermissionsOutcome.BlueprintNotFound _ -> throw CatalogFaults.noBlueprint(blueprint);
      case PermissionsOutcome.UnknownFields(var properties, var relations) ->
          throw unknownFields(blueprint, properties, relations);
      case PermissionsOutcome.Rejected(var problems) -> throw RequestFault.invalid(problems);
    };
  }

  private static RequestFault unknownFields(
      String blueprint, List<String> properties, List<String> relations) {
    return new RequestFault(
        new PortError(
            422,
            "invalid_permissions",
            "blueprint `%s` has no properties %s and no relations %s"
                .formatted(blueprint, properties, relations),
            Map.of("invalidProperties", properties, "invalidRelations", relations)));
  }
}
