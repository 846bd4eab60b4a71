package dev.portcullis.scim;

import dev.portcullis.directory.Precondition;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a SCIM request's parts come from: an HTTP request, a search message, or a bulk operation.
 */
interface RequestSource {

  /** A parameter of the query (RFC 7644 §3.4.2). */
  Optional<String> parameter(String name);

  /** The body. */
  ObjectNode body();

  /** Which version of the resource the request is meant for. */
  Precondition precondition();

  /** Which versions of the resource the client has already, so that it need not be sent again. */
  default EntityTags known() {
    return EntityTags.NONE;
  }
}
