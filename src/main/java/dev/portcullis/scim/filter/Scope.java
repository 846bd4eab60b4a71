package dev.portcullis.scim.filter;

import dev.portcullis.scim.message.ScimFault;
import java.util.Optional;

/** Which attributes there are where a filter, or a part of it, stands. */
interface Scope {

  /**
   * What a name means; empty if it means something that resources of another type have, and these
   * have not.
   *
   * @throws ScimFault if it means nothing
   */
  Optional<NamedAttribute> find(AttributeReference name);
}
