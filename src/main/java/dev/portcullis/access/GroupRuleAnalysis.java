package dev.portcullis.access;

import static dev.portcullis.access.GroupRuleFinding.Kind.NEVER_MATCHES;
import static dev.portcullis.access.GroupRuleFinding.Kind.NOT_ANALYSED;
import static dev.portcullis.access.GroupRuleFinding.Kind.OVERLAPS;
import static dev.portcullis.access.GroupRuleFinding.Kind.SHADOWED;
import static dev.portcullis.access.GroupRuleFinding.Kind.UNREVIEWED_ADMIN;

import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.NameOutcome;
import dev.portcullis.pattern.NameOutcome.Found;
import dev.portcullis.pattern.NameOutcome.None;
import dev.portcullis.pattern.NameOutcome.NotAnalysed;
import dev.portcullis.pattern.PatternAnalysis;
import dev.portcullis.pattern.PatternType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is odd about group rules, over all names that groups could ever have; pure.
 *
 * <p>What is found is exact: a rule is reported to never match or to be shadowed only if that is
 * so, and every witness is a name that the rules really match. What would take too much is reported
 * as not analysed.
 */
final class GroupRuleAnalysis {

  /** The most findings of one report. */
  static final int MAX_FINDINGS = 1_000;

  /** As many other rules or groups as one finding names. */
  private static final int MAX_NAMED = 50;

  private final List<GroupRule> rules;
  private final Map<UUID, String> connections;
  private final Set<KnownGroup> groups;
  private final Map<String, Set<KnownGroup>> reviewed;
  private final PatternAnalysis patterns = new PatternAnalysis();

  /**
   * An analysis, for one use.
   *
   * @param rules all rules of an organization
   * @param connections names of its living connections
   * @param groups all groups that there are
   * @param reviewed by the identifiers of rules, what an Admin has confirmed
   */
  GroupRuleAnalysis(
      List<GroupRule> rules,
      Map<UUID, String> connections,
      Set<KnownGroup> groups,
      Map<String, Set<KnownGroup>> reviewed) {
    this.rules = rules;
    this.connections = connections;
    this.groups = groups;
    this.reviewed = reviewed;
  }

  /** Everything about all rules, in their order; an overlap is told of the first of the two. */
  List<GroupRuleFinding> ofAll() {
    List<GroupRuleFinding> findings = new ArrayList<>();
    for (int i = 0; i < rules.size() && findings.size() <= MAX_FINDINGS; i++) {
      findings.addAll(of(rules.get(i), rules.subList(i + 1, rules.size())));
    }
    return findings;
  }

  /** Everything about one of the rules. */
  List<GroupRuleFinding> ofOne(GroupRule rule) {
    return of(rule, rules);
  }

  private List<GroupRuleFinding> of(GroupRule rule, Collection<GroupRule> overlapping) {
    Optional<GroupRuleFinding> dead = neverMatches(rule);
    if (dead.isPresent()) {
      return List.of(dead.get());
    }
    Optional<GroupRuleFinding> shadow = shadowed(rule);
    Stream<GroupRuleFinding> overlaps =
        shadow.isPresent()
            ? Stream.empty()
            : overlapping.stream().flatMap(other -> overlap(rule, other).stream());
    return Stream.of(shadow.stream(), overlaps, unreviewed(rule).stream())
        .flatMap(findings -> findings)
        .limit(MAX_FINDINGS)
        .toList();
  }

  private Optional<GroupRuleFinding> neverMatches(GroupRule rule) {
    if (living(rule).isEmpty()) {
      return Optional.of(
          GroupRuleFinding.of(
              NEVER_MATCHES, rule, "none of the connections that it names exists any more"));
    }
    return switch (find(List.of(rule.groups()), List.of(), Set.of())) {
      case Found _ -> Optional.empty();
      case None _ -> Optional.of(neverMatching(rule));
      case NotAnalysed(String reason) -> Optional.of(notAnalysed(rule, reason));
    };
  }

  private GroupRuleFinding neverMatching(GroupRule rule) {
    GroupFilter unrestricted = new GroupFilter(rule.groups().pattern(), Optional.empty());
    return find(List.of(unrestricted), List.of(), Set.of()) instanceof Found(String name)
        ? GroupRuleFinding.of(
                NEVER_MATCHES, rule, "its `except` takes away every name that it could match")
            .withWitness(name)
        : GroupRuleFinding.of(NEVER_MATCHES, rule, "no group could have a name that it matches");
  }

  private Optional<GroupRuleFinding> shadowed(GroupRule rule) {
    if (rule.grant().role() == PortRole.MEMBER) {
      return Optional.of(
          shadow(rule, "it changes nothing: everybody is a Member anyway", List.of()));
    }
    List<GroupRule> covering = new ArrayList<>();
    for (Grant part : parts(rule.grant())) {
      for (UUID connection : living(rule)) {
        List<GroupRule> candidates = candidates(rule, part, connection);
        switch (find(List.of(rule.groups()), filters(candidates), Set.of())) {
          case Found _ -> {
            return Optional.empty();
          }
          case NotAnalysed(String reason) -> {
            return Optional.of(notAnalysed(rule, reason));
          }
          case None _ -> covering.addAll(candidates);
        }
      }
    }
    List<String> others = covering.stream().map(GroupRule::identifier).distinct().toList();
    return Optional.of(
        shadow(rule, "whoever it reaches has as much by %s".formatted(inWords(others)), others));
  }

  private GroupRuleFinding shadow(GroupRule rule, String message, List<String> others) {
    GroupRuleFinding finding =
        GroupRuleFinding.of(SHADOWED, rule, message)
            .withOthers(others.stream().limit(MAX_NAMED).toList());
    return find(List.of(rule.groups()), List.of(), Set.of()) instanceof Found(String name)
        ? finding.withWitness(name)
        : finding;
  }

  /** A grant of several blueprints may be covered by several rules. */
  private static List<Grant> parts(Grant grant) {
    return grant.role() == PortRole.MODERATOR
        ? grant.blueprints().stream()
            .map(blueprint -> new Grant(PortRole.MODERATOR, List.of(blueprint)))
            .toList()
        : List.of(grant);
  }

  /**
   * The other rules that grant as much to groups of the connection, as far as they meet the rule.
   */
  private List<GroupRule> candidates(GroupRule rule, Grant part, UUID connection) {
    return rules.stream()
        .filter(other -> !other.identifier().equals(rule.identifier()))
        .filter(other -> other.connections().contains(connection))
        .filter(other -> includes(other.grant(), part))
        .filter(other ->
            find(List.of(rule.groups(), other.groups()), List.of(), Set.of()) instanceof Found)
        .toList();
  }

  private static boolean includes(Grant grant, Grant part) {
    return grant.role() == PortRole.ADMIN
        || (grant.role() == part.role() && grant.blueprints().containsAll(part.blueprints()));
  }

  private Optional<GroupRuleFinding> overlap(GroupRule rule, GroupRule other) {
    Optional<UUID> shared = living(rule).stream().filter(other.connections()::contains).findFirst();
    if (shared.isEmpty()
        || other.identifier().equals(rule.identifier())
        || other.grant().equals(rule.grant())) {
      return Optional.empty();
    }
    return switch (find(List.of(rule.groups(), other.groups()), List.of(), Set.of())) {
      case Found(String name) ->
          Optional.of(
              GroupRuleFinding.of(
                      OVERLAPS,
                      rule,
                      "members of a group `%s` get %s by it and %s by `%s`"
                          .formatted(
                              name,
                              inWords(rule.grant()),
                              inWords(other.grant()),
                              other.identifier()))
                  .withOthers(List.of(other.identifier()))
                  .in(name(shared.get()))
                  .withWitness(name));
      case None _ -> Optional.empty();
      case NotAnalysed(String reason) ->
          Optional.of(notAnalysed(rule, reason).withOthers(List.of(other.identifier())));
    };
  }

  private List<GroupRuleFinding> unreviewed(GroupRule rule) {
    if (rule.grant().role() != PortRole.ADMIN) {
      return List.of();
    }
    return living(rule).stream().flatMap(each -> unreviewed(rule, each).stream()).toList();
  }

  private Optional<GroupRuleFinding> unreviewed(GroupRule rule, UUID connection) {
    Set<String> known = reviewedNames(rule, connection);
    List<String> present =
        groups.stream()
            .filter(group -> group.connectionId().equals(connection))
            .map(KnownGroup::name)
            .filter(name -> !known.contains(name) && rule.groups().matches(name))
            .sorted()
            .toList();
    if (!present.isEmpty()) {
      String message =
          "it makes Admins of the members of %d groups that nobody has reviewed, `%s` among them";
      return Optional.of(
          unreviewed(rule, connection, message.formatted(present.size(), present.getFirst()))
              .withWitness(present.getFirst())
              .about(present.stream().limit(MAX_NAMED).toList()));
    }
    return switch (find(List.of(rule.groups()), List.of(), known)) {
      case Found(String name) ->
          Optional.of(
              unreviewed(
                      rule,
                      connection,
                      "whoever makes a group such as `%s` there makes Admins".formatted(name))
                  .withWitness(name));
      case None _ -> Optional.empty();
      case NotAnalysed(String reason) -> Optional.of(notAnalysed(rule, reason));
    };
  }

  private GroupRuleFinding unreviewed(GroupRule rule, UUID connection, String message) {
    return GroupRuleFinding.of(UNREVIEWED_ADMIN, rule, message).in(name(connection));
  }

  /** Whoever wrote a rule for one name has reviewed that name. */
  private Set<String> reviewedNames(GroupRule rule, UUID connection) {
    Set<String> names =
        reviewed.getOrDefault(rule.identifier(), Set.of()).stream()
            .filter(group -> group.connectionId().equals(connection))
            .map(KnownGroup::name)
            .collect(Collectors.toCollection(HashSet::new));
    if (rule.groups().pattern().type() == PatternType.EQUALS) {
      names.add(rule.groups().pattern().value());
    }
    return names;
  }

  private static GroupRuleFinding notAnalysed(GroupRule rule, String reason) {
    return GroupRuleFinding.of(NOT_ANALYSED, rule, reason);
  }

  private NameOutcome find(
      List<GroupFilter> matching, List<GroupFilter> notMatching, Set<String> otherThan) {
    return patterns.find(matching, notMatching, otherThan);
  }

  private List<UUID> living(GroupRule rule) {
    return rule.connections().stream().filter(connections::containsKey).toList();
  }

  private String name(UUID connection) {
    return connections.getOrDefault(connection, connection.toString());
  }

  private static List<GroupFilter> filters(List<GroupRule> rules) {
    return rules.stream().map(GroupRule::groups).distinct().toList();
  }

  private static String inWords(List<String> identifiers) {
    return identifiers.stream().limit(MAX_NAMED).collect(Collectors.joining("`, `", "`", "`"));
  }

  private static String inWords(Grant grant) {
    return grant.role() == PortRole.MODERATOR
        ? "the role Moderator of `%s`".formatted(String.join("`, `", grant.blueprints()))
        : "the role " + grant.role().wireName();
  }
}
