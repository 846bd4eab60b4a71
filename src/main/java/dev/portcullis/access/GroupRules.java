package dev.portcullis.access;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Memberships;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The doorway to an organization's group rules. A rule knows its connections by id and shows them
 * by name; what it names of deleted ones is shown no more and grants nothing.
 */
@Component
public class GroupRules {

  /** The most rules of one organization; each decision looks at all of them. */
  public static final int MAX_RULES = 1_000;

  /** More people than any organization has. */
  private static final int ALL = 1_000_000;

  private final GroupRuleRows rows;
  private final Connections connections;
  private final Catalog catalog;
  private final Admins admins;
  private final GroupRuleReports reports;
  private final Memberships memberships;
  private final AuditTrail audit;
  private final Clock clock;

  GroupRules(
      GroupRuleRows rows,
      Connections connections,
      Catalog catalog,
      Admins admins,
      GroupRuleReports reports,
      Memberships memberships,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.connections = connections;
    this.catalog = catalog;
    this.admins = admins;
    this.reports = reports;
    this.memberships = memberships;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a rule, which is in force at once. */
  @OneTransaction
  public GroupRuleOutcome create(Caller caller, GroupRuleDraft draft) {
    UUID organizationId = caller.organizationId();
    Map<String, UUID> known = connectionIds(organizationId);
    List<String> problems = problems(organizationId, draft, known.keySet());
    if (!problems.isEmpty()) {
      return new GroupRuleOutcome.Rejected(problems);
    }
    if (rows.find(organizationId, draft.identifier()).isPresent()) {
      return new GroupRuleOutcome.IdentifierTaken(draft.identifier());
    }
    if (rows.all(organizationId).size() >= MAX_RULES) {
      return new GroupRuleOutcome.Rejected(
          List.of("there are %d group rules, the most that may be".formatted(MAX_RULES)));
    }
    rows.insert(organizationId, rule(draft, known), clock.instant());
    audit.record(caller, AuditEntry.created("group-rule", draft.identifier(), draft.told()));
    return stored(organizationId, draft, known);
  }

  /**
   * Changes a rule, with effect at once.
   *
   * @param edit what the rule is to be, given what it is; it keeps the identifier
   */
  @OneTransaction
  public GroupRuleOutcome change(
      Caller caller, String identifier, UnaryOperator<GroupRuleDraft> edit) {
    UUID organizationId = caller.organizationId();
    boolean hadAdmin = admins.hasAdmin(organizationId);
    Optional<GroupRule> found = rows.locked(organizationId, identifier);
    if (found.isEmpty()) {
      return new GroupRuleOutcome.NotFound();
    }
    Map<String, UUID> known = connectionIds(organizationId);
    GroupRuleDraft before = shown(found.get(), known);
    GroupRuleDraft after = edit.apply(before);
    if (!after.identifier().equals(identifier)) {
      return new GroupRuleOutcome.Rejected(
          List.of("`identifier` cannot be changed; make another rule instead"));
    }
    List<String> problems = problems(organizationId, after, known.keySet());
    if (!problems.isEmpty()) {
      return new GroupRuleOutcome.Rejected(problems);
    }
    rows.update(organizationId, rule(after, known), clock.instant());
    audit.record(caller, AuditEntry.updated("group-rule", identifier, before.told(), after.told()));
    return unlessLastAdminIsLost(organizationId, hadAdmin, stored(organizationId, after, known));
  }

  /** Deletes a rule; what it granted ends at once. */
  @OneTransaction
  public GroupRuleOutcome delete(Caller caller, String identifier) {
    UUID organizationId = caller.organizationId();
    boolean hadAdmin = admins.hasAdmin(organizationId);
    Optional<GroupRuleDraft> found = find(organizationId, identifier);
    if (found.isEmpty()) {
      return new GroupRuleOutcome.NotFound();
    }
    rows.delete(organizationId, identifier);
    audit.record(caller, AuditEntry.deleted("group-rule", identifier, found.get().told()));
    return unlessLastAdminIsLost(organizationId, hadAdmin, new GroupRuleOutcome.Deleted());
  }

  private GroupRuleOutcome stored(
      UUID organizationId, GroupRuleDraft draft, Map<String, UUID> known) {
    List<String> warnings =
        reports.warnings(organizationId, rule(draft, known), rows.all(organizationId));
    return new GroupRuleOutcome.Stored(draft, warnings);
  }

  /** Says what a rule would do that is to be made, or to take the place of the one of its name. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public GroupRuleOutcome preview(UUID organizationId, GroupRuleDraft draft) {
    Map<String, UUID> known = connectionIds(organizationId);
    List<String> problems = problems(organizationId, draft, known.keySet());
    if (!problems.isEmpty()) {
      return new GroupRuleOutcome.Rejected(problems);
    }
    List<GroupRule> before = rows.all(organizationId);
    GroupRule rule = rule(draft, known);
    List<GroupRule> after = new ArrayList<>(before);
    after.removeIf(other -> other.identifier().equals(rule.identifier()));
    after.add(rule);
    return new GroupRuleOutcome.Previewed(
        GroupRulePreview.of(
            memberships.people(organizationId, ALL),
            before,
            after,
            reports.warnings(organizationId, rule, after)));
  }

  /** Whether there still is an Admin is seen after the change, which is undone if there is none. */
  private GroupRuleOutcome unlessLastAdminIsLost(
      UUID organizationId, boolean hadAdmin, GroupRuleOutcome done) {
    if (!hadAdmin || admins.hasAdmin(organizationId)) {
      return done;
    }
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return new GroupRuleOutcome.LastAdmin();
  }

  /** The rule of that identifier; case counts. */
  @OneTransaction(readOnly = true)
  public Optional<GroupRuleDraft> find(UUID organizationId, String identifier) {
    return rows.find(organizationId, identifier)
        .map(rule -> shown(rule, connectionIds(organizationId)));
  }

  /** All rules, in the order in which they were made. */
  @OneTransaction(readOnly = true)
  public List<GroupRuleDraft> all(UUID organizationId) {
    Map<String, UUID> known = connectionIds(organizationId);
    return rows.all(organizationId).stream().map(rule -> shown(rule, known)).toList();
  }

  private List<String> problems(UUID organizationId, GroupRuleDraft draft, Set<String> known) {
    Set<String> blueprints =
        catalog.blueprints(organizationId).stream()
            .map(Blueprint::identifier)
            .collect(Collectors.toUnmodifiableSet());
    return GroupRuleReview.of(draft, known, blueprints);
  }

  private Map<String, UUID> connectionIds(UUID organizationId) {
    return connections.all(organizationId).stream()
        .collect(Collectors.toUnmodifiableMap(Connection::name, Connection::id));
  }

  private static GroupRule rule(GroupRuleDraft draft, Map<String, UUID> known) {
    List<UUID> ids =
        draft.connections().stream()
            .flatMap(name -> Optional.ofNullable(known.get(name)).stream())
            .toList();
    return new GroupRule(draft.identifier(), draft.title(), ids, draft.groups(), draft.grant());
  }

  private static GroupRuleDraft shown(GroupRule rule, Map<String, UUID> known) {
    List<String> names =
        known.entrySet().stream()
            .filter(connection -> rule.connections().contains(connection.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return new GroupRuleDraft(rule.identifier(), rule.title(), names, rule.groups(), rule.grant());
  }
}
