package dev.portcullis.permission;

import dev.portcullis.permission.Condition.HasRole;
import dev.portcullis.permission.Condition.InTeam;
import dev.portcullis.permission.Condition.IsUser;
import dev.portcullis.permission.Condition.OwnsByTeam;
import dev.portcullis.permission.Match.BelongsTo;
import dev.portcullis.permission.Match.HoldsRole;
import dev.portcullis.permission.Match.KnownAs;
import dev.portcullis.permission.Match.MeetsPolicy;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Obstacle;
import dev.portcullis.permission.Reason.Unmet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules that speak of one action, filed by what their conditions name.
 *
 * <p>A request is answered by intersecting what the subject has with what the rules name, smaller
 * set first; rules that name something else are not looked at.
 */
final class RuleIndex {

  /** A rule with its place in {@link AskingOrder}. */
  private record Ranked(int rank, Rule rule, Reach reach) {}

  /** Rules whose condition the same match meets, in their order; never empty. */
  private record Met(List<Ranked> rules, Match match) {
    Candidate first() {
      return new Candidate(rules.getFirst(), match);
    }

    Stream<Candidate> all() {
      return rules.stream().map(ranked -> new Candidate(ranked, match));
    }
  }

  private record Candidate(Ranked ranked, Match match) {
    int rank() {
      return ranked.rank();
    }

    Granted granted() {
      return new Granted(ranked.rule(), match, ranked.reach());
    }
  }

  private static final Comparator<Candidate> BY_RANK = Comparator.comparingInt(Candidate::rank);

  private final Map<Role, List<Ranked>> byRole = new HashMap<>();
  private final List<Ranked> byOwnership = new ArrayList<>();
  private final Map<String, List<Ranked>> byTeam = new HashMap<>();
  private final Map<String, List<Ranked>> byUser = new HashMap<>();
  private final List<Ranked> byPolicy = new ArrayList<>();
  private final List<Obstacle> obstacles;

  RuleIndex(Stream<Rule> rules, Function<Rule, Reach> reach) {
    List<Unmet> inOrder =
        rules.map(rule -> new Unmet(rule, reach.apply(rule))).sorted(AskingOrder.OF_RULES).toList();
    for (int rank = 0; rank < inOrder.size(); rank++) {
      Unmet unmet = inOrder.get(rank);
      file(new Ranked(rank, unmet.rule(), unmet.reach()));
    }
    obstacles = List.copyOf(inOrder);
  }

  private void file(Ranked ranked) {
    List<Ranked> drawer =
        switch (ranked.rule().condition()) {
          case HasRole(Role role) -> byRole.computeIfAbsent(role, _ -> new ArrayList<>());
          case OwnsByTeam _ -> byOwnership;
          case InTeam(String team) -> byTeam.computeIfAbsent(team, _ -> new ArrayList<>());
          case IsUser(String handle) -> byUser.computeIfAbsent(handle, _ -> new ArrayList<>());
          case Policy _ -> byPolicy;
        };
    drawer.add(ranked);
  }

  /** The first rule that grants the request. */
  Optional<Granted> firstGround(AccessRequest request) {
    return met(request).map(Met::first).min(BY_RANK).map(Candidate::granted);
  }

  /** Every rule that grants the request, in order. */
  Stream<Granted> grounds(AccessRequest request) {
    return met(request).flatMap(Met::all).sorted(BY_RANK).map(Candidate::granted);
  }

  /** Every rule, in order, for a request that none of them grants. */
  List<Obstacle> obstacles() {
    return obstacles;
  }

  private Stream<Met> met(AccessRequest request) {
    Subject subject = request.subject();
    return Stream.of(
            byRole(subject),
            byOwnership(subject, request.resource()),
            byName(byTeam, subject.teams(), BelongsTo::new),
            byName(byUser, subject.handles(), KnownAs::new),
            byPolicy(request))
        .flatMap(Function.identity());
  }

  private Stream<Met> byRole(Subject subject) {
    return byRole.entrySet().stream()
        .flatMap(granted ->
            subject.roleCovering(granted.getKey()).stream()
                .map(held -> new Met(granted.getValue(), new HoldsRole(held))));
  }

  private Stream<Met> byOwnership(Subject subject, Resource resource) {
    if (byOwnership.isEmpty()) {
      return Stream.empty();
    }
    return shared(subject.teams(), resource.owningTeams())
        .min(Comparator.naturalOrder())
        .map(team -> new Met(byOwnership, new BelongsTo(team)))
        .stream();
  }

  private Stream<Met> byPolicy(AccessRequest request) {
    return byPolicy.stream()
        .filter(ranked ->
            ranked.rule().condition() instanceof Policy policy
                && PolicyCheck.isMet(policy, request))
        .map(ranked -> new Met(List.of(ranked), new MeetsPolicy()));
  }

  private static Stream<Met> byName(
      Map<String, List<Ranked>> drawers, Set<String> held, Function<String, Match> match) {
    return shared(held, drawers.keySet())
        .map(name -> new Met(drawers.getOrDefault(name, List.of()), match.apply(name)));
  }

  private static Stream<String> shared(Set<String> some, Set<String> others) {
    return some.size() <= others.size()
        ? some.stream().filter(others::contains)
        : others.stream().filter(some::contains);
  }
}
