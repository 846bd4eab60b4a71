package dev.portcullis.access;

import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.Belonging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares everybody's rights before a change and after it, in one transaction. */
final class AccessComparison {

  /** How many people are known in full at a time. */
  private static final int PEOPLE_AT_ONCE = 2_000;

  private final Catalog catalog;
  private final PreviewedWorld before;
  private final PreviewedWorld after;
  private final List<DocumentComparison> documents;
  private final PreviewBudget budget = new PreviewBudget();

  /** Whose rights may have changed. */
  private final SortedSet<UUID> concerned = new TreeSet<>();

  private final Map<UUID, List<Right>> gains = new HashMap<>();
  private final Map<UUID, List<Right>> losses = new HashMap<>();

  /** Keys of people and teams of whom the organization's additions are otherwise. */
  private final Set<String> altered = new HashSet<>();

  private int people;

  private AccessComparison(Catalog catalog, PreviewedWorld before, PreviewedWorld after) {
    this.catalog = catalog;
    this.before = before;
    this.after = after;
    this.documents =
        after.documents().entrySet().stream()
            .filter(document -> before.documents().containsKey(document.getKey()))
            .map(document ->
                new DocumentComparison(
                    before,
                    after,
                    Objects.requireNonNull(before.documents().get(document.getKey())),
                    document.getValue()))
            .toList();
  }

  static AccessPreview of(Catalog catalog, PreviewedWorld before, PreviewedWorld after) {
    AccessComparison comparison = new AccessComparison(catalog, before, after);
    List.of(SystemBlueprints.USER, SystemBlueprints.TEAM).forEach(comparison::compareAdditions);
    Set<UUID> everybody = new TreeSet<>(before.people().keySet());
    everybody.addAll(after.people().keySet());
    comparison.each(everybody, comparison::take);
    comparison.documents.forEach(comparison::lookAtEntities);
    comparison.documents.forEach(document -> document.tell(comparison::note));
    return comparison.result();
  }

  /** Where only one world knows them, documents have changed and concern everybody. */
  private void compareAdditions(String blueprint) {
    Optional<Map<String, Entity>> was = before.snapshot().people().additions(blueprint);
    Optional<Map<String, Entity>> is = after.snapshot().people().additions(blueprint);
    if (was.isPresent() && is.isPresent()) {
      Set<String> keys = new HashSet<>(was.get().keySet());
      keys.addAll(is.get().keySet());
      keys.removeIf(key -> Objects.equals(was.get().get(key), is.get().get(key)));
      altered.addAll(keys);
    }
  }

  /** Whether what policies may ask of somebody or of their teams is otherwise. */
  private boolean isAltered(UUID userId, Optional<AccessSubject> person) {
    return !altered.isEmpty()
        && (altered.contains(userId.toString())
            || person.stream()
                .flatMap(subject -> subject.belongings().stream())
                .anyMatch(belonging -> altered.contains(belonging.groupId().toString())));
  }

  /** Goes through people, each known in both worlds when its turn comes. */
  private void each(Collection<UUID> userIds, Consumer<UUID> visitor) {
    List<UUID> ids = List.copyOf(userIds);
    for (int from = 0; from < ids.size(); from += PEOPLE_AT_ONCE) {
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + PEOPLE_AT_ONCE));
      turnTo(some);
      some.forEach(visitor);
    }
  }

  private void turnTo(Collection<UUID> some) {
    before.turnTo(some);
    after.turnTo(some);
  }

  private void take(UUID userId) {
    Optional<AccessSubject> was = before.acting(userId);
    Optional<AccessSubject> is = after.acting(userId);
    if (was.isEmpty() && is.isEmpty()) {
      return;
    }
    people++;
    boolean changed = !was.equals(is) || isAltered(userId, is);
    if (changed) {
      concerned.add(userId);
    }
    // Whoever stays an Admin may do under every document what an Admin may.
    boolean mayHaveOthers = changed && !(isAdmin(was) && isAdmin(is));
    documents.stream()
        .filter(document -> document.isChanged() || mayHaveOthers)
        .forEach(document -> document.take(userId, was, is));
  }

  private static boolean isAdmin(Optional<AccessSubject> person) {
    return person
        .filter(one -> one.standing().effective().role().equals(PortRole.ADMIN.wireName()))
        .isPresent();
  }

  private void lookAtEntities(DocumentComparison document) {
    if (document.dependsOnEntities()) {
      turnTo(document.representatives());
      new CatalogScan(catalog, after.snapshot().organizationId(), EntitySearch.MAX_SCANNED)
          .of(
              document.blueprint(),
              CatalogScan.START,
              some -> {
                document.look(some, budget);
                return budget.wasTooSmall() ? Optional.of(false) : Optional.empty();
              });
    }
  }

  private void note(UUID userId, List<Right> gained, List<Right> lost) {
    concerned.add(userId);
    gains.computeIfAbsent(userId, _ -> new ArrayList<>()).addAll(gained);
    losses.computeIfAbsent(userId, _ -> new ArrayList<>()).addAll(lost);
  }

  private AccessPreview result() {
    List<AccessChange> changes = new ArrayList<>();
    each(concerned, userId -> changes.add(change(userId)));
    return AccessPreview.of(
        people,
        !budget.wasTooSmall(),
        changes,
        documents.stream().flatMap(DocumentComparison::warnings).distinct().toList());
  }

  private AccessChange change(UUID userId) {
    Optional<AccessSubject> was = before.acting(userId);
    Optional<AccessSubject> is = after.acting(userId);
    Set<String> teamsBefore = teams(was);
    Set<String> teamsAfter = teams(is);
    // Becoming an Admin, or ceasing to be one, is told by the role and not right by right.
    return new AccessChange(
        userId,
        is.or(() -> was).flatMap(AccessSubject::handle),
        was.map(subject -> subject.standing().effective()),
        is.map(subject -> subject.standing().effective()),
        without(teamsAfter, teamsBefore),
        without(teamsBefore, teamsAfter),
        isAdmin(is) && !isAdmin(was) ? List.of() : gains.getOrDefault(userId, List.of()),
        isAdmin(was) && !isAdmin(is) ? List.of() : losses.getOrDefault(userId, List.of()));
  }

  private static Set<String> teams(Optional<AccessSubject> person) {
    return person.stream()
        .flatMap(subject -> subject.belongings().stream())
        .map(Belonging::identifier)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
