package dev.portcullis.api;

import dev.portcullis.access.PortalObjectAccess;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObject.Kind;
import dev.portcullis.catalog.PortalObjects;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Self-service actions in Port's shape; nothing is executed. */
@RestController
@RequestMapping("/v1/actions")
class ActionsController
    extends PortalObjectsController<ActionsController.ActionReply, ActionsController.ActionsReply> {

  ActionsController(PortalObjects objects, PortalObjectAccess access) {
    super(Kind.ACTION, objects, access);
  }

  record ActionReply(boolean ok, Map<String, Object> action) {}

  record ActionsReply(boolean ok, List<Map<String, Object>> actions) {}

  @Override
  ActionReply one(PortalObject object) {
    return new ActionReply(true, PortalObjectRepresentation.of(object));
  }

  @Override
  ActionsReply several(List<Map<String, Object>> objects) {
    return new ActionsReply(true, objects);
  }

  @Override
  boolean isWanted(PortalObject object, String triggerType) {
    return triggerType.isEmpty()
        || (object.document().get("trigger") instanceof Map<?, ?> trigger
            && triggerType.equals(trigger.get("type")));
  }
}
