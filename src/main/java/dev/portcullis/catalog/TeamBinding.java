package dev.portcullis.catalog;

import java.util.Optional;
import java.util.UUID;

/** Says which team somebody means; lent to the catalog by the room that knows the teams. */
@FunctionalInterface
public interface TeamBinding {

  /** The identifier of the team of this identifier, or else of this unambiguous name. */
  Optional<String> bind(UUID organizationId, String identifierOrName);
}
