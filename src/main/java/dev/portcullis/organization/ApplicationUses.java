package dev.portcullis.organization;

import java.util.List;
import java.util.UUID;

/** Knows what rests on an application; told by the room that owns connections. */
public interface ApplicationUses {

  /** The names of the connections that name an application, in ascending order. */
  List<String> connectionsNaming(UUID organizationId, String clientId);
}
