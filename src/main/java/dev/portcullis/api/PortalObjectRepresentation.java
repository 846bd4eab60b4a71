package dev.portcullis.api;

import dev.portcullis.catalog.PortalObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** An action or a page as it was sent, with who made it and who changed it last. */
final class PortalObjectRepresentation {

  private PortalObjectRepresentation() {}

  static Map<String, Object> of(PortalObject object) {
    Map<String, Object> represented = new LinkedHashMap<>(object.document());
    represented.put("createdAt", object.provenance().createdAt());
    represented.put("createdBy", object.provenance().createdBy());
    represented.put("updatedAt", object.provenance().updatedAt());
    represented.put("updatedBy", object.provenance().updatedBy());
    return represented;
  }
}
