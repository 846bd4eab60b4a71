package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.IdentifierDigest;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.directory.KnownPerson;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/**
 * The doorway to searches: who may do this, with what may somebody do it, and what may somebody do
 * with it. Each part of a search is answered on one consistent snapshot, candidate by candidate
 * just as {@link AccessDecisions} would, from what was read as sets.
 *
 * <p>The parts go by the order of ids and digests, which no change of rights or names moves, so
 * that whoever is there all the while is found once.
 */
@Component
public class AccessSearches {

  /** How many people are read at a time. */
  private static final int PEOPLE_AT_ONCE = 2_000;

  /** The most candidates of one part whose answer takes no more than what was read. */
  private static final int MOST_LOOKED_AT = 20_000;

  /** The most candidates of one part that may each have an action's policy to evaluate. */
  private static final int MOST_EVALUATED = 200;

  /** Before all digests and names. */
  private static final String START = "";

  private final AccessSnapshots snapshots;
  private final Answers answers;
  private final Memberships memberships;
  private final Catalog catalog;

  AccessSearches(
      AccessSnapshots snapshots, Answers answers, Memberships memberships, Catalog catalog) {
    this.snapshots = snapshots;
    this.answers = answers;
    this.memberships = memberships;
    this.catalog = catalog;
  }

  /**
   * Everybody of whom the question is to be affirmed, whoever its subject is; by e-mail, or else by
   * user name, or by id where several people have that user name.
   */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public SearchPage subjects(UUID organizationId, AccessQuestion question, SearchPlace place) {
    if (!question.subjectType().equals(AccessQuestion.USER)) {
      return SearchPage.EMPTY;
    }
    AccessSnapshot snapshot = snapshots.of(organizationId);
    PageBuilder page = new PageBuilder(place.limit(), mostLookedAt(question));
    List<KnownPerson> found = new ArrayList<>();
    Optional<UUID> after = place.after().map(UUID::fromString);
    List<KnownPerson> people;
    do {
      people = memberships.peopleAfter(organizationId, after, PEOPLE_AT_ONCE);
      snapshot.people().know(people);
      for (KnownPerson person : people) {
        if (page.isFull()) {
          return page.more(shown(organizationId, found));
        }
        after = Optional.of(person.user().id());
        boolean isAllowed = isAllowed(snapshot, person, question);
        page.lookedAt(person.user().id().toString(), isAllowed, "");
        if (isAllowed) {
          found.add(person);
        }
      }
      snapshot.people().forgetPeople();
    } while (people.size() == PEOPLE_AT_ONCE);
    return page.end(shown(organizationId, found));
  }

  private boolean isAllowed(AccessSnapshot snapshot, KnownPerson person, AccessQuestion question) {
    String id = person.user().id().toString();
    return answers
        .to(
            snapshot,
            snapshot.people().person(person.user()),
            person.connectionEnabled(),
            question.about(id))
        .allowed();
  }

  /** What is shown must mean the same person when it is asked about. */
  private List<String> shown(UUID organizationId, List<KnownPerson> found) {
    Set<String> userNames =
        found.stream()
            .filter(person -> person.details().handle().isEmpty())
            .map(person -> person.user().userName())
            .collect(Collectors.toUnmodifiableSet());
    Map<String, SubjectOutcome> meant =
        userNames.isEmpty() ? Map.of() : memberships.subjects(organizationId, userNames);
    return found.stream()
        .map(person ->
            person
                .details()
                .handle()
                .orElseGet(() -> nameOf(person.user(), meant.get(person.user().userName()))))
        .toList();
  }

  private static String nameOf(User user, @Nullable SubjectOutcome meant) {
    return meant instanceof SubjectOutcome.Found(User other, boolean _)
            && other.id().equals(user.id())
        ? user.userName()
        : user.id().toString();
  }

  /** Every stored resource of the question's type for which it is to be affirmed. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public SearchPage resources(UUID organizationId, AccessQuestion question, SearchPlace place) {
    AccessSnapshot snapshot = snapshots.of(organizationId);
    if (!isKnown(snapshot, question)) {
      return SearchPage.EMPTY;
    }
    return switch (question.resourceType()) {
      case AccessQuestion.ACTION -> objects(snapshot, PortalObject.Kind.ACTION, question, place);
      case AccessQuestion.PAGE -> objects(snapshot, PortalObject.Kind.PAGE, question, place);
      case String blueprint ->
          snapshot
              .blueprint(blueprint)
              .map(kind -> entities(snapshot, kind, question, place))
              .orElse(SearchPage.EMPTY);
    };
  }

  private static boolean isKnown(AccessSnapshot snapshot, AccessQuestion question) {
    return question.subjectType().equals(AccessQuestion.USER)
        && snapshot.people().subject(question.subjectId()) instanceof SubjectOutcome.Found;
  }

  private SearchPage entities(
      AccessSnapshot snapshot, Blueprint blueprint, AccessQuestion question, SearchPlace place) {
    PageBuilder page = new PageBuilder(place.limit(), MOST_LOOKED_AT);
    snapshot.readTeamNames(question.claimed().teams());
    String after = place.after().orElse(START);
    List<Entity> entities;
    do {
      entities =
          catalog.entitiesAfter(
              snapshot.organizationId(), blueprint, after, AccessSnapshot.ENTITIES_AT_ONCE);
      entities.forEach(snapshot::know);
      new Expectations(snapshot)
          .reach(
              Map.of(
                  blueprint,
                  entities.stream().map(Entity::identifier).collect(Collectors.toSet())));
      for (Entity entity : entities) {
        if (page.isFull()) {
          return page.more(page.found());
        }
        after = IdentifierDigest.of(entity.identifier());
        page.lookedAt(
            after,
            answers.to(snapshot, question.on(entity.identifier())).allowed(),
            entity.identifier());
      }
      snapshot.forgetEntities();
    } while (entities.size() == AccessSnapshot.ENTITIES_AT_ONCE);
    return page.end(page.found());
  }

  private SearchPage objects(
      AccessSnapshot snapshot, PortalObject.Kind kind, AccessQuestion question, SearchPlace place) {
    TreeMap<String, String> identifiers = new TreeMap<>();
    snapshot
        .objects(kind)
        .keySet()
        .forEach(identifier -> identifiers.put(IdentifierDigest.of(identifier), identifier));
    Map<String, String> behind =
        identifiers.tailMap(place.after().orElse(START), place.after().isEmpty());
    new Expectations(snapshot).of(behind.values().stream().map(question::on).toList());
    PageBuilder page = new PageBuilder(place.limit(), mostLookedAt(question));
    for (Map.Entry<String, String> each : behind.entrySet()) {
      if (page.isFull()) {
        return page.more(page.found());
      }
      AccessAnswer answer = answers.to(snapshot, question.on(each.getValue()));
      page.lookedAt(each.getKey(), answer.allowed(), each.getValue());
    }
    return page.end(page.found());
  }

  private static int mostLookedAt(AccessQuestion question) {
    return question.resourceType().equals(AccessQuestion.ACTION) ? MOST_EVALUATED : MOST_LOOKED_AT;
  }

  /** The names of every action for which the question is to be affirmed, aliases among them. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public SearchPage actions(UUID organizationId, AccessQuestion question, SearchPlace place) {
    AccessSnapshot snapshot = snapshots.of(organizationId);
    if (!isKnown(snapshot, question)) {
      return SearchPage.EMPTY;
    }
    List<String> names = new ArrayList<>(names(snapshot, question));
    Collections.sort(names);
    PageBuilder page = new PageBuilder(place.limit(), MOST_LOOKED_AT);
    for (String name : names) {
      if (place.after().filter(after -> name.compareTo(after) <= 0).isPresent()) {
        continue;
      }
      if (page.isFull()) {
        return page.more(page.found());
      }
      page.lookedAt(name, answers.to(snapshot, question.doing(name)).allowed(), name);
    }
    return page.end(page.found());
  }

  private static List<String> names(AccessSnapshot snapshot, AccessQuestion question) {
    return switch (question.resourceType()) {
      case AccessQuestion.ACTION -> List.of("approve", "execute", "read");
      case AccessQuestion.PAGE -> List.of("read", "update", "write");
      case String blueprint ->
          snapshot
              .ruling(PermissionOwner.blueprint(blueprint))
              .map(ruling -> names((BlueprintPermissions) ruling.document().permissions()))
              .orElse(List.of());
    };
  }

  private static List<String> names(BlueprintPermissions document) {
    return Stream.concat(
            document.blocks().map(block -> block.action().actionName()),
            Stream.of("create", "write", "delete"))
        .toList();
  }
}
