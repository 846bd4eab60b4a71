package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import dev.portcullis.permission.Circumstances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what policies may look at. */
final class DecisionContexts {

  private DecisionContexts() {}

  /** The context of a decision about a subject. */
  static DecisionContext of(
      AccessSnapshot snapshot, AccessSubject subject, AccessQuestion question) {
    Entity user = snapshot.people().userEntity(subject);
    List<Entity> teams = snapshot.people().teamEntities(subject);
    Circumstances circumstances =
        snapshot
            .people()
            .circumstances(
                subject,
                question,
                () ->
                    new Circumstances(
                        PropertyValues.attributes(filledIn(user, question.subjectProperties())),
                        snapshot.people().teamAttributes(teams, subject),
                        PropertyValues.attributes(question.actionProperties()),
                        PropertyValues.attributes(question.claimed().values()),
                        Optional.of(snapshot.now()),
                        Map.of()));
    return new DecisionContext(subject, user, teams, circumstances, new CatalogGraph(snapshot));
  }

  /** What is stored wins; no claim ever says who or in which teams somebody is. */
  private static Map<String, Object> filledIn(Entity user, Map<String, Object> claimed) {
    Map<String, Object> values = new HashMap<>(claimed);
    values.keySet().removeIf(name -> name.startsWith("$"));
    values.putAll(EntityFacts.values(user));
    return values;
  }
}
