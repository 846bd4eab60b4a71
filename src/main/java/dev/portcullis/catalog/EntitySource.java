package dev.portcullis.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lends the catalog entities that another room owns: {@code _user} and {@code _team}. */
public interface EntitySource {

  /** Identifier of the blueprint whose entities these are. */
  String blueprint();

  /** The entity that goes by this identifier. */
  Optional<LentEntity> find(UUID organizationId, String identifier);

  /** At most so many of them. */
  List<LentEntity> some(UUID organizationId, int limit);
}
