package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /**
   * Lets the owner take what is the owner's of a draft, within the present transaction. Unless the
   * owner says otherwise nothing of it may be another value than it is, and none is made.
   *
   * @param before the entity that the draft means, if there is one
   * @param draft the whole that it is to be
   */
  default LentOutcome write(Caller caller, Optional<LentEntity> before, EntityDraft draft) {
    return LentEntity.unchanged(before, draft);
  }

  /**
   * What is counted of these entities for whoever reads them, by their identifiers; not part of
   * what they are, so that decisions do without.
   */
  default Map<String, Map<String, Object>> calculated(
      UUID organizationId, Collection<String> identifiers) {
    return Map.of();
  }
}
