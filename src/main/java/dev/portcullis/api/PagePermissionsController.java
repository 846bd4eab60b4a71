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

/** Who may see and edit a page, as Port has it. */
@RestController
@RequestMapping("/v1/pages/{identifier}/permissions")
class PagePermissionsController extends PermissionsController {

  /** What a page's document has a block for. */
  static final Set<String> SCOPES = Set.of("read", "update");

  PagePermissionsController(
      PermissionReading reading,
      PermissionDocuments documents,
      PermissionSimulations simulations,
      GuardedChanges changes) {
    super(reading, documents, simulations, changes);
  }

  @Override
  PermissionOwner owner(String identifier) {
    return PermissionOwner.page(identifier);
  }

  @Override
  PermissionsPatch patch(JsonNode body, boolean whole) {
    return PermissionsReader.ofScopes(body, whole, SCOPES);
  }
}
