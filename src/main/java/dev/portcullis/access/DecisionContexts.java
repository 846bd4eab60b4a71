package dev.portcullis.access;

import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.LentEntity;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.permission.Circumstances;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what policies may look at; to be called within the decision's transaction. */
@Component
class DecisionContexts {

  private final Catalog catalog;
  private final Clock clock;

  DecisionContexts(Catalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * The context of a decision about a subject.
   *
   * @param action what the question says of the action
   * @param resource what it says of the resource
   */
  DecisionContext of(
      AccessSubject subject, Map<String, Object> action, Map<String, Object> resource) {
    UUID organizationId = subject.user().organizationId();
    Entity user =
        completed(organizationId, SystemBlueprints.USER, List.of(UserEntities.lent(subject)))
            .getFirst();
    List<Entity> teams =
        completed(
            organizationId,
            SystemBlueprints.TEAM,
            subject.belongings().stream().map(TeamEntities::lent).toList());
    Circumstances circumstances =
        new Circumstances(
            EntityFacts.attributes(user),
            teams.stream().map(EntityFacts::attributes).toList(),
            PropertyValues.attributes(action),
            PropertyValues.attributes(resource),
            Optional.of(clock.instant()),
            Map.of());
    return new DecisionContext(
        subject, user, teams, circumstances, new CatalogGraph(catalog, organizationId));
  }

  private List<Entity> completed(UUID organizationId, String blueprint, List<LentEntity> lent) {
    return lent.isEmpty() ? List.of() : catalog.completed(organizationId, blueprint, lent);
  }
}
