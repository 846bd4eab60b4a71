package dev.portcullis.access;

import dev.portcullis.permission.Circumstances;
import dev.portcullis.permission.Subject;
import java.util.Set;

/**
 * What the rules of a search look at beside entities: the caller with their teams, and what the
 * caller may read along relations. An API client is nobody, so that rules about the user match
 * nothing (Port rule 11).
 */
record SearchContext(Subject subject, Circumstances circumstances, CatalogGraph graph) {

  private static final Subject NOBODY = new Subject("client", Set.of(), Set.of(), Set.of(), true);

  static SearchContext of(AccessSnapshot snapshot, EntityRights rights) {
    return rights
        .person()
        .map(person -> {
          DecisionContext context =
              DecisionContexts.of(
                  snapshot,
                  person,
                  AccessQuestion.plain(person.user().id(), "read", "_search", "search"));
          return new SearchContext(
              person.subject(), context.circumstances(), new CatalogGraph(snapshot, rights::knows));
        })
        .orElseGet(() ->
            new SearchContext(
                NOBODY,
                Circumstances.NONE.at(snapshot.now()),
                rights.areUnbounded()
                    ? new CatalogGraph(snapshot)
                    : new CatalogGraph(snapshot, _ -> false)));
  }

  QueryMatch match(PolicyReader.Reading reading) {
    return new QueryMatch(reading, subject, circumstances, graph);
  }
}
