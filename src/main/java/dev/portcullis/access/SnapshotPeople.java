package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.LentEntity;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.KnownPerson;
import dev.portcullis.directory.PersonDetails;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.permission.Attributes;
import dev.portcullis.permission.Circumstances;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of one transaction read of people: who somebody is, what they hold, their own
 * entity and those of their teams; each once, and as sets where many are asked for.
 */
final class SnapshotPeople {

  private final AccessSnapshots from;
  private final UUID organizationId;

  private final Map<String, SubjectOutcome> subjects = new HashMap<>();
  private final Map<UUID, AccessSubject> people = new LinkedHashMap<>();
  private final Map<UUID, Entity> userEntities = new HashMap<>();
  private final Map<UUID, Entity> teamEntities = new HashMap<>();
  private final Map<UUID, Attributes> teamAttributes = new HashMap<>();
  private final Map<Said, Circumstances> circumstances = new HashMap<>();
  private final Map<String, Map<String, Entity>> additions = new HashMap<>();
  private @Nullable List<GroupRule> rules;

  /** What questions say of people and actions, as far as it makes circumstances. */
  private record Said(
      UUID userId,
      Map<String, Object> subject,
      Map<String, Object> action,
      Map<String, Object> resource) {}

  SnapshotPeople(AccessSnapshots from, UUID organizationId) {
    this.from = from;
    this.organizationId = organizationId;
  }

  SubjectOutcome subject(String identifier) {
    return subjects.computeIfAbsent(
        identifier, text -> from.memberships.subject(organizationId, text));
  }

  /** Reads whom these mean, and what decides about their rights. */
  void readSubjects(Collection<String> identifiers) {
    List<String> missing =
        identifiers.stream().filter(text -> !subjects.containsKey(text)).distinct().toList();
    if (missing.size() <= 1) {
      missing.forEach(this::subject);
    } else {
      subjects.putAll(from.memberships.subjects(organizationId, missing));
    }
    readDetails(
        identifiers.stream()
            .map(subjects::get)
            .flatMap(outcome ->
                outcome instanceof SubjectOutcome.Found(User user, boolean _)
                    ? Stream.of(user)
                    : Stream.empty())
            .toList());
  }

  private void readDetails(Collection<User> users) {
    Map<UUID, User> missing = new LinkedHashMap<>();
    users.stream()
        .filter(user -> !people.containsKey(user.id()))
        .forEach(user -> missing.put(user.id(), user));
    if (missing.size() <= 1) {
      missing.values().forEach(this::person);
      return;
    }
    Map<UUID, PersonDetails> details = from.memberships.details(organizationId, missing.keySet());
    missing.forEach((id, user) ->
        people.put(
            id, AccessSubjects.of(user, details.getOrDefault(id, PersonDetails.NONE), rules())));
  }

  AccessSubject person(User user) {
    AccessSubject known = people.get(user.id());
    if (known == null) {
      known = from.subjects.of(user);
      people.put(user.id(), known);
    }
    return known;
  }

  /** Takes in people who were read elsewhere with everything that decides about their rights. */
  void know(List<KnownPerson> known) {
    known.forEach(person ->
        people.put(
            person.user().id(), AccessSubjects.of(person.user(), person.details(), rules())));
  }

  /** Makes room for the next people. */
  void forgetPeople() {
    people.clear();
    userEntities.clear();
    circumstances.clear();
  }

  /** Reads the group rules, so that a change of them later in the transaction is not seen. */
  void readGroupRules() {
    rules();
  }

  /**
   * Reads what the organization adds to people and teams, so that a change of it later in the
   * transaction is not seen.
   */
  void readAdditions() {
    for (String blueprint : List.of(SystemBlueprints.USER, SystemBlueprints.TEAM)) {
      additions.put(blueprint, from.catalog.additions(organizationId, blueprint));
    }
  }

  /** What was read of additions to a blueprint's entities, by key; empty if nothing was. */
  Optional<Map<String, Entity>> additions(String blueprint) {
    return Optional.ofNullable(additions.get(blueprint));
  }

  private List<GroupRule> rules() {
    if (rules == null) {
      rules = from.rules.all(organizationId);
    }
    return rules;
  }

  /** The {@code _user} entity; those of all people known by now are completed together. */
  Entity userEntity(AccessSubject subject) {
    if (!userEntities.containsKey(subject.user().id())) {
      List<AccessSubject> missing =
          people.values().stream()
              .filter(person -> !userEntities.containsKey(person.user().id()))
              .toList();
      List<Entity> completed =
          completed(SystemBlueprints.USER, missing.stream().map(UserEntities::lent).toList());
      for (int i = 0; i < missing.size(); i++) {
        userEntities.put(missing.get(i).user().id(), completed.get(i));
      }
    }
    return Objects.requireNonNull(userEntities.get(subject.user().id()));
  }

  /**
   * The {@code _team} entities of a person's teams; all that are missing are completed together.
   */
  List<Entity> teamEntities(AccessSubject subject) {
    Map<UUID, Belonging> missing = new LinkedHashMap<>();
    if (!subject.belongings().stream().allMatch(one -> teamEntities.containsKey(one.groupId()))) {
      people.values().stream()
          .flatMap(person -> person.belongings().stream())
          .filter(one -> !teamEntities.containsKey(one.groupId()))
          .forEach(one -> missing.put(one.groupId(), one));
    }
    List<Entity> completed =
        completed(
            SystemBlueprints.TEAM, missing.values().stream().map(TeamEntities::lent).toList());
    int next = 0;
    for (UUID groupId : missing.keySet()) {
      teamEntities.put(groupId, completed.get(next++));
    }
    return subject.belongings().stream()
        .map(one -> Objects.requireNonNull(teamEntities.get(one.groupId())))
        .toList();
  }

  /** The same as the engine knows them. */
  List<Attributes> teamAttributes(List<Entity> teams, AccessSubject subject) {
    List<Attributes> attributes = new ArrayList<>();
    for (int i = 0; i < teams.size(); i++) {
      Entity team = teams.get(i);
      attributes.add(
          teamAttributes.computeIfAbsent(
              subject.belongings().get(i).groupId(), _ -> EntityFacts.attributes(team)));
    }
    return attributes;
  }

  /** What a question about a person is asked in. */
  Circumstances circumstances(
      AccessSubject subject, AccessQuestion question, Supplier<Circumstances> made) {
    return circumstances.computeIfAbsent(
        new Said(
            subject.user().id(),
            question.subjectProperties(),
            question.actionProperties(),
            question.claimed().values()),
        _ -> made.get());
  }

  /** Entities that others lend, with what the organization added. */
  List<Entity> completed(String blueprint, List<LentEntity> lent) {
    Map<String, Entity> known = additions.get(blueprint);
    if (known != null) {
      return lent.stream()
          .map(one -> one.completed(Optional.ofNullable(known.get(one.key()))))
          .toList();
    }
    return lent.isEmpty() ? List.of() : from.catalog.completed(organizationId, blueprint, lent);
  }
}
