package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.SystemBlueprints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has a snapshot read as sets what questions will ask it for one by one. It changes no answer: what
 * it leaves out is read when it is asked for.
 */
final class Expectations {

  /** The most entities that are read in advance along relations. */
  private static final int MAX_REACHED = 50_000;

  /** The most steps along relations that are taken in advance. */
  private static final int MAX_STEPS = 20;

  private final AccessSnapshot snapshot;

  Expectations(AccessSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Reads what these questions are about. */
  void of(Collection<AccessQuestion> questions) {
    if (questions.size() <= 1) {
      return;
    }
    snapshot.readBlueprints(
        questions.stream().map(AccessQuestion::resourceType).filter(this::isBlueprint).toList());
    snapshot.readBlueprints(
        questions.stream()
            .flatMap(question -> action(question).flatMap(PortalObject::blueprint).stream())
            .toList());
    snapshot
        .people()
        .readSubjects(
            questions.stream()
                .flatMap(question ->
                    Stream.concat(
                        subject(question),
                        question.claimed().text(ClaimedResource.EXECUTOR).stream()
                            .filter(_ -> question.resourceType().equals(AccessQuestion.ACTION))))
                .toList());
    snapshot.readTeamNames(
        questions.stream().flatMap(question -> question.claimed().teams().stream()).toList());
    snapshot.readRulings(questions.stream().flatMap(this::owners).distinct().toList());
    Map<Blueprint, Set<String>> entities = entities(questions);
    snapshot.readEntities(entities);
    reach(entities);
  }

  private boolean isBlueprint(String resourceType) {
    return !resourceType.equals(AccessQuestion.ACTION) && !resourceType.equals(AccessQuestion.PAGE);
  }

  private static Stream<String> subject(AccessQuestion question) {
    return question.subjectType().equals(AccessQuestion.USER)
        ? Stream.of(question.subjectId())
        : Stream.empty();
  }

  private Optional<PortalObject> action(AccessQuestion question) {
    return question.resourceType().equals(AccessQuestion.ACTION)
        ? snapshot.object(PortalObject.Kind.ACTION, question.resourceId())
        : Optional.empty();
  }

  private Stream<PermissionOwner> owners(AccessQuestion question) {
    return switch (question.resourceType()) {
      case AccessQuestion.ACTION ->
          Stream.concat(
              Stream.of(PermissionOwner.action(question.resourceId())),
              action(question).flatMap(PortalObject::blueprint).stream()
                  .map(PermissionOwner::blueprint));
      case AccessQuestion.PAGE -> Stream.of(PermissionOwner.page(question.resourceId()));
      case String blueprint -> Stream.of(PermissionOwner.blueprint(blueprint));
    };
  }

  private Map<Blueprint, Set<String>> entities(Collection<AccessQuestion> questions) {
    Map<Blueprint, Set<String>> entities = new LinkedHashMap<>();
    for (AccessQuestion question : questions) {
      Optional<Blueprint> blueprint =
          isBlueprint(question.resourceType())
              ? snapshot.blueprint(question.resourceType())
              : action(question).flatMap(PortalObject::blueprint).flatMap(snapshot::blueprint);
      Optional<String> identifier =
          isBlueprint(question.resourceType())
              ? Optional.of(question.resourceId())
              : question.claimed().text(ClaimedResource.ENTITY);
      if (blueprint.isPresent() && identifier.isPresent()) {
        entities.computeIfAbsent(blueprint.get(), _ -> new HashSet<>()).add(identifier.get());
      }
    }
    return entities;
  }

  /** Reads what policies may get to from these, step by step, if any of them follows relations. */
  void reach(Map<Blueprint, Set<String>> entities) {
    Set<Node> reached = new HashSet<>();
    List<Entity> edge = new ArrayList<>();
    entities.forEach((blueprint, identifiers) -> {
      if (followsRelations(blueprint)) {
        identifiers.forEach(
            identifier -> snapshot.entity(blueprint, identifier).ifPresent(edge::add));
      }
    });
    for (int step = 0; step < MAX_STEPS && !edge.isEmpty(); step++) {
      Map<Blueprint, Set<String>> next = new HashMap<>();
      edge.stream()
          .flatMap(this::targets)
          .filter(reached::add)
          .forEach(node ->
              snapshot
                  .blueprint(node.blueprint())
                  .ifPresent(blueprint ->
                      next.computeIfAbsent(blueprint, _ -> new HashSet<>())
                          .add(node.identifier())));
      if (reached.size() > MAX_REACHED) {
        return;
      }
      snapshot.readLinks(next);
      edge.clear();
      next.forEach((blueprint, identifiers) ->
          identifiers.forEach(identifier ->
              snapshot.link(new Node(blueprint.identifier(), identifier)).ifPresent(edge::add)));
    }
  }

  private boolean followsRelations(Blueprint blueprint) {
    return snapshot
        .ruling(PermissionOwner.blueprint(blueprint.identifier()))
        .filter(ruling -> !ruling.compiled().catalogRules().isEmpty())
        .isPresent();
  }

  private Stream<Node> targets(Entity entity) {
    Stream<Node> owners =
        entity.owners().stream().map(team -> new Node(SystemBlueprints.TEAM, team));
    Stream<Node> related =
        snapshot.blueprint(entity.blueprint()).stream()
            .flatMap(blueprint -> blueprint.definition().relations().entrySet().stream())
            .flatMap(relation ->
                entity.related(relation.getKey()).stream()
                    .map(identifier -> new Node(relation.getValue().target(), identifier)));
    return Stream.concat(owners, related);
  }
}
