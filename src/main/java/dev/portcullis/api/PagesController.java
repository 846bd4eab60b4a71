package dev.portcullis.api;

import dev.portcullis.access.PortalObjectAccess;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObject.Kind;
import dev.portcullis.catalog.PortalObjects;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages of the portal in Port's shape; nothing is drawn. */
@RestController
@RequestMapping("/v1/pages")
class PagesController
    extends PortalObjectsController<PagesController.PageReply, PagesController.PagesReply> {

  PagesController(PortalObjects objects, PortalObjectAccess access) {
    super(Kind.PAGE, objects, access);
  }

  record PageReply(boolean ok, String identifier, Map<String, Object> page) {}

  record PagesReply(boolean ok, List<Map<String, Object>> pages) {}

  @Override
  PageReply one(PortalObject object) {
    return new PageReply(true, object.identifier(), PortalObjectRepresentation.of(object));
  }

  @Override
  PagesReply several(List<Map<String, Object>> objects) {
    return new PagesReply(true, objects);
  }
}
