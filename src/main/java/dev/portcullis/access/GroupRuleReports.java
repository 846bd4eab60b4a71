package dev.portcullis.access;

import dev.portcullis.access.NameReviewOutcome.Confirmed;
import dev.portcullis.access.NameReviewOutcome.ConfirmedGroup;
import dev.portcullis.access.NameReviewOutcome.NotFound;
import dev.portcullis.access.NameReviewOutcome.Rejected;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Memberships;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The doorway to what is odd about group rules, and to the reviews of those that make Admins. */
@Component
public class GroupRuleReports {

  /** The most names of one review. */
  public static final int MAX_NAMES = 1_000;

  /** More groups than any organization has. */
  private static final int ALL = 1_000_000;

  private final GroupRuleRows rules;
  private final ReviewedGroupRows reviews;
  private final Connections connections;
  private final Memberships memberships;
  private final AuditTrail audit;
  private final Clock clock;

  GroupRuleReports(
      GroupRuleRows rules,
      ReviewedGroupRows reviews,
      Connections connections,
      Memberships memberships,
      AuditTrail audit,
      Clock clock) {
    this.rules = rules;
    this.reviews = reviews;
    this.connections = connections;
    this.memberships = memberships;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everything about all rules. */
  @OneTransaction(readOnly = true)
  public GroupRuleReport report(UUID organizationId) {
    List<GroupRule> all = rules.all(organizationId);
    return GroupRuleReport.of(all.size(), analysis(organizationId, all).ofAll());
  }

  /** Sentences about one rule among all, as they are or would be. */
  List<String> warnings(UUID organizationId, GroupRule rule, List<GroupRule> all) {
    return analysis(organizationId, all).ofOne(rule).stream()
        .map(GroupRuleFinding::message)
        .toList();
  }

  /**
   * Confirms that members of groups of these names may be Admins by a rule. Only groups that there
   * are now can be confirmed, each for the connection that it is of; whatever comes later cannot
   * have been looked at.
   */
  @OneTransaction
  public NameReviewOutcome review(Caller caller, String identifier, Set<String> names) {
    UUID organizationId = caller.organizationId();
    Optional<GroupRule> rule = rules.locked(organizationId, identifier);
    if (rule.isEmpty()) {
      return new NotFound();
    }
    Set<KnownGroup> meant =
        groups(organizationId).stream()
            .filter(group -> names.contains(group.name()))
            .filter(group -> rule.get().covers(Optional.of(group.connectionId()), group.name()))
            .collect(Collectors.toSet());
    List<String> problems = problems(rule.get(), names, meant);
    if (!problems.isEmpty()) {
      return new Rejected(problems);
    }
    Set<KnownGroup> before = reviews.all(organizationId).getOrDefault(identifier, Set.of());
    meant.removeAll(before);
    if (!meant.isEmpty()) {
      reviews.add(caller, identifier, meant, clock.instant());
      audit.record(caller, AuditEntry.created("group-rule-review", identifier, told(meant)));
    }
    Set<KnownGroup> after = new HashSet<>(before);
    after.addAll(meant);
    return new Confirmed(shown(after, connectionNames(organizationId)));
  }

  private static List<String> problems(GroupRule rule, Set<String> names, Set<KnownGroup> meant) {
    if (rule.grant().role() != PortRole.ADMIN) {
      return List.of("the rule makes no Admins, so that there is nothing to review");
    }
    Set<String> known = meant.stream().map(KnownGroup::name).collect(Collectors.toSet());
    return names.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .map(
            "`names` has `%s`, which is no group of the rule's connections that it matches"
                ::formatted)
        .toList();
  }

  private static Map<String, ?> told(Set<KnownGroup> groups) {
    return Map.of("names", groups.stream().map(KnownGroup::name).distinct().sorted().toList());
  }

  private static List<ConfirmedGroup> shown(Set<KnownGroup> groups, Map<UUID, String> names) {
    return groups.stream()
        .filter(group -> names.containsKey(group.connectionId()))
        .map(
            group -> new ConfirmedGroup(names.getOrDefault(group.connectionId(), ""), group.name()))
        .sorted(
            Comparator.comparing(ConfirmedGroup::connection).thenComparing(ConfirmedGroup::name))
        .toList();
  }

  private GroupRuleAnalysis analysis(UUID organizationId, List<GroupRule> all) {
    return new GroupRuleAnalysis(
        all, connectionNames(organizationId), groups(organizationId), reviews.all(organizationId));
  }

  private Map<UUID, String> connectionNames(UUID organizationId) {
    return connections.all(organizationId).stream()
        .collect(Collectors.toUnmodifiableMap(Connection::id, Connection::name));
  }

  private Set<KnownGroup> groups(UUID organizationId) {
    return memberships.teams(organizationId, ALL).stream()
        .flatMap(
            team -> team.connectionId().stream().map(id -> new KnownGroup(id, team.displayName())))
        .collect(Collectors.toUnmodifiableSet());
  }
}
