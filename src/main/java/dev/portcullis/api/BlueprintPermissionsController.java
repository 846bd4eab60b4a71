package dev.portcullis.api;

import dev.portcullis.access.GuardedChanges;
import dev.portcullis.access.PermissionDocuments;
import dev.portcullis.access.PermissionOwner;
import dev.portcullis.access.PermissionReading;
import dev.portcullis.access.PermissionSimulations;
import dev.portcullis.access.PermissionsPatch;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who may do what with a blueprint's entities, as Port has it. */
@RestController
@RequestMapping("/v1/blueprints/{identifier}/permissions")
class BlueprintPermissionsController extends PermissionsController {

  BlueprintPermissionsController(
      PermissionReading reading,
      PermissionDocuments documents,
      PermissionSimulations simulations,
      GuardedChanges changes) {
    super(reading, documents, simulations, changes);
  }

  @Override
  PermissionOwner owner(String identifier) {
    return PermissionOwner.blueprint(identifier);
  }

  @Override
  PermissionsPatch patch(JsonNode body, boolean whole) {
    return PermissionsReader.ofBlueprint(body, whole);
  }
}
