package dev.portcullis.access;

import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which self-service actions a caller may run. */
@Component
public class RunnableActions {

  /** The most searches of one answer, each of which looks at a part of the actions. */
  private static final int MAX_PARTS = 50;

  private final AccessSearches searches;
  private final PortalObjects objects;

  RunnableActions(AccessSearches searches, PortalObjects objects) {
    this.searches = searches;
    this.objects = objects;
  }

  /** Identifiers of actions, at most {@link SearchPlace#MAX_LIMIT}: an app may run them all. */
  public List<String> of(Caller caller) {
    return caller.actor() instanceof Actor.Person person
        ? of(caller, person)
        : objects.all(caller.organizationId(), PortalObject.Kind.ACTION).stream()
            .map(PortalObject::identifier)
            .limit(SearchPlace.MAX_LIMIT)
            .toList();
  }

  private List<String> of(Caller caller, Actor.Person person) {
    AccessQuestion question =
        AccessQuestion.plain(person.userId(), "execute", AccessQuestion.ACTION, "any");
    List<String> found = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int part = 0; part < MAX_PARTS && found.size() < SearchPlace.MAX_LIMIT; part++) {
      SearchPlace place = new SearchPlace(after, SearchPlace.MAX_LIMIT - found.size());
      SearchPage page = searches.resources(caller.organizationId(), question, place);
      found.addAll(page.found());
      after = page.next();
      if (after.isEmpty()) {
        break;
      }
    }
    return List.copyOf(found);
  }
}
