package dev.portcullis.access;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.directory.Belonging;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.PropertyValue;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.Role;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.RunOperation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One permission document as a preview looks at it, before a change or after it: which people it
 * cannot tell apart, and what its lists give them. What its policies give is looked at entity by
 * entity in {@link DocumentComparison}.
 */
final class PreviewedDocument {

  /** An entity that there may be; nothing is known of it but who owns it. */
  private static final String ANY = "any";

  private final Ruling ruling;
  private final Optional<Blueprint> blueprint;
  private final RuleSet lists;
  private final Map<Action, PermissionBlock> blocks = new LinkedHashMap<>();
  private final Set<String> namedTeams = new HashSet<>();
  private final Set<String> namedUsers = new HashSet<>();
  private final PolicyReferences references;
  private final boolean byOwnership;

  /**
   * People whom the document cannot tell apart.
   *
   * @param teams all of them where owners or policies matter, else those that are named
   * @param handle empty for whoever is not named
   * @param values what policies look at
   */
  record PersonClass(
      Set<Role> roles,
      Set<String> teams,
      Optional<String> handle,
      Map<PolicyReferences.Named, List<PropertyValue>> values) {}

  /**
   * Takes a document in.
   *
   * @param blueprint whose entities it is about; empty for an action or a page
   */
  PreviewedDocument(Ruling ruling, Optional<Blueprint> blueprint) {
    this.ruling = ruling;
    this.blueprint = blueprint;
    PermissionDocument document = ruling.document().permissions();
    document.blocks().forEach(keyed -> take(keyed.action(), keyed.block()));
    this.references = PolicyReferences.of(document);
    this.byOwnership = blocks.values().stream().anyMatch(PermissionBlock::ownedByTeam);
    this.lists =
        RuleCompiler.compile(
                new VersionedPermissions(
                    ruling.document().owner(),
                    ruling.document().version(),
                    document.edited(keyed -> keyed.with(keyed.block().withoutPolicy()))))
            .rules();
  }

  private void take(Action action, PermissionBlock block) {
    blocks.put(action, block);
    block.teams().forEach(team -> team.identifier().ifPresent(namedTeams::add));
    block.users().stream().map(CaseFold::of).forEach(namedUsers::add);
  }

  Ruling ruling() {
    return ruling;
  }

  PermissionOwner owner() {
    return ruling.document().owner();
  }

  Optional<Blueprint> blueprint() {
    return blueprint;
  }

  PolicyReferences references() {
    return references;
  }

  /** Whether two documents say the same of an action, as far as its own block goes. */
  boolean saysTheSame(PreviewedDocument other, Action action) {
    return Optional.ofNullable(blocks.get(action))
        .equals(Optional.ofNullable(other.blocks.get(action)));
  }

  boolean saysTheSame(PreviewedDocument other) {
    return blocks.equals(other.blocks);
  }

  boolean hasPolicy(Action action) {
    return Optional.ofNullable(blocks.get(action)).flatMap(PermissionBlock::policy).isPresent();
  }

  boolean hasPolicies() {
    return ruling.compiled().hasPolicies();
  }

  /** The class of somebody who may act. */
  PersonClass classOf(
      AccessSubject subject, Map<PolicyReferences.Named, List<PropertyValue>> values) {
    boolean allTeams = byOwnership || references.includeTeams();
    return new PersonClass(
        subject.subject().roles(),
        allTeams
            ? Set.copyOf(subject.teams().keySet())
            : subject.teams().keySet().stream()
                .filter(namedTeams::contains)
                .collect(Collectors.toUnmodifiableSet()),
        subject.handle().filter(namedUsers::contains),
        values);
  }

  /** What the lists give somebody, and where a policy decides each time. */
  Map<Action, Extent> extents(AccessSubject subject) {
    Map<Action, Extent> extents = new HashMap<>();
    actions().forEach(action -> extents.put(action, extent(subject, action)));
    return extents;
  }

  /** Everybody who may run an action sees it. */
  private Stream<Action> actions() {
    return owner().kind() == PermissionOwner.Kind.ACTION
        ? Stream.concat(Stream.of(EntityOperation.READ), blocks.keySet().stream())
        : blocks.keySet().stream();
  }

  private Extent extent(AccessSubject subject, Action action) {
    boolean run = action instanceof RunOperation && hasPolicy(action);
    Action asked = run && action == RunOperation.APPROVE ? EntityOperation.READ : action;
    Extent listed = listed(subject, asked);
    if (run) {
      return listed.isNothing() ? Extent.NOTHING : Extent.CONDITIONAL;
    }
    return action == EntityOperation.REGISTER && !listed.everything()
        ? Extent.ofTeams(listed.teams(), hasPolicyInForce(action))
        : listed;
  }

  /** A block with ownership puts its policy out of force (Port rule 10). */
  private boolean hasPolicyInForce(Action action) {
    return Optional.ofNullable(blocks.get(action))
        .filter(block -> block.policy().isPresent() && !block.ownedByTeam())
        .isPresent();
  }

  private Extent listed(AccessSubject subject, Action action) {
    if (isListed(subject, action, Set.of())) {
      return Extent.EVERYTHING;
    }
    if (!byOwnership) {
      return Extent.NOTHING;
    }
    return Extent.ofTeams(
        subject.belongings().stream()
            .map(Belonging::identifier)
            .filter(team -> isListed(subject, action, Set.of(team)))
            .collect(Collectors.toUnmodifiableSet()),
        false);
  }

  private boolean isListed(AccessSubject subject, Action action, Set<String> owners) {
    AccessRequest request =
        new AccessRequest(subject.subject(), action, new Resource(type(), ANY, owners));
    return blueprint
        .map(kind ->
            EntityDecision.of(
                request,
                lists,
                kind.definition(),
                new ClaimedResource(List.copyOf(owners), Map.of()),
                false))
        .orElseGet(() -> Authorizer.decide(request, lists))
        .isAllowed();
  }

  private String type() {
    return switch (owner().kind()) {
      case BLUEPRINT -> owner().identifier();
      case ACTION -> AccessQuestion.ACTION;
      case PAGE -> AccessQuestion.PAGE;
    };
  }
}
