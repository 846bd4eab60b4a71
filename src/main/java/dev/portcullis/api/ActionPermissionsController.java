package dev.portcullis.api;

import dev.portcullis.access.GuardedChanges;
import dev.portcullis.access.PermissionDocuments;
import dev.portcullis.access.PermissionOwner;
import dev.portcullis.access.PermissionReading;
import dev.portcullis.access.PermissionSimulations;
import dev.portcullis.access.PermissionsPatch;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who may see, run and approve an action, as Port has it. */
@RestController
@RequestMapping("/v1/actions/{identifier}/permissions")
class ActionPermissionsController extends PermissionsController {

  /** What an action's document has a block for. */
  static final Set<String> SCOPES = Set.of("execute", "approve");

  ActionPermissionsController(
      PermissionReading reading,
      PermissionDocuments documents,
      PermissionSimulations simulations,
      GuardedChanges changes) {
    super(reading, documents, simulations, changes);
  }

  @Override
  PermissionOwner owner(String identifier) {
    return PermissionOwner.action(identifier);
  }

  @Override
  PermissionsPatch patch(JsonNode body, boolean whole) {
    return PermissionsReader.ofScopes(body, whole, SCOPES);
  }
}
