package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import dev.portcullis.permission.Circumstances;
import java.util.List;

/**
 * What one decision is made in: the subject with its own entity and those of its teams, and the
 * catalog in one snapshot.
 *
 * @param user the subject's {@code _user} entity
 * @param userTeams the {@code _team} entities of the subject's teams
 * @param circumstances the same as the engine knows it, without verdicts
 */
record DecisionContext(
    AccessSubject subject,
    Entity user,
    List<Entity> userTeams,
    Circumstances circumstances,
    CatalogGraph graph) {

  CatalogVerdicts verdicts() {
    return new CatalogVerdicts(graph, subject.subject(), circumstances);
  }
}
