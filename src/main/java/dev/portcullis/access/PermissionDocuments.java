package dev.portcullis.access;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.TeamBinding;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The doorway to permission documents, which live and die with their blueprint. */
@Component
public class PermissionDocuments {

  private final Catalog catalog;
  private final PermissionRows rows;
  private final TeamBinding teams;
  private final UnknownNames unknownNames;
  private final AuditTrail audit;
  private final Clock clock;

  PermissionDocuments(
      Catalog catalog,
      PermissionRows rows,
      TeamBinding teams,
      UnknownNames unknownNames,
      AuditTrail audit,
      Clock clock) {
    this.catalog = catalog;
    this.rows = rows;
    this.teams = teams;
    this.unknownNames = unknownNames;
    this.audit = audit;
    this.clock = clock;
  }

  /** The document in force of a blueprint; empty if there is no such blueprint. */
  @OneTransaction(readOnly = true)
  public Optional<VersionedPermissions> of(UUID organizationId, String blueprint) {
    return catalog.blueprint(organizationId, blueprint).map(found -> of(organizationId, found));
  }

  VersionedPermissions of(UUID organizationId, Blueprint blueprint) {
    String identifier = blueprint.identifier();
    return rows.newest(organizationId, identifier)
        .map(stored ->
            new VersionedPermissions(
                identifier, stored.version(), stored.permissions().fitted(blueprint.definition())))
        .orElseGet(() ->
            new VersionedPermissions(
                identifier, 0, BlueprintPermissions.defaults(blueprint.definition())));
  }

  /** Changes a document; what changes nothing makes no new version. */
  @OneTransaction
  public PermissionsOutcome amend(Caller caller, String blueprint, PermissionsPatch patch) {
    UUID organizationId = caller.organizationId();
    Optional<VersionedPermissions> found = of(organizationId, blueprint);
    if (found.isEmpty()) {
      return new PermissionsOutcome.BlueprintNotFound();
    }
    VersionedPermissions before = found.get();
    List<String> properties = patch.unknownProperties(before.permissions());
    List<String> relations = patch.unknownRelations(before.permissions());
    if (!properties.isEmpty() || !relations.isEmpty()) {
      return new PermissionsOutcome.UnknownFields(properties, relations);
    }
    List<String> problems = patch.problems();
    if (!problems.isEmpty()) {
      return new PermissionsOutcome.Rejected(problems);
    }
    BlueprintPermissions after =
        patch.applied(before.permissions(), name -> teams.bind(organizationId, name));
    return new PermissionsOutcome.Stored(
        stored(caller, before, after), unknownNames.in(organizationId, patch, after));
  }

  private VersionedPermissions stored(
      Caller caller, VersionedPermissions before, BlueprintPermissions after) {
    if (after.equals(before.permissions())) {
      return before;
    }
    VersionedPermissions next =
        new VersionedPermissions(before.blueprint(), before.version() + 1, after);
    rows.add(caller, next, clock.instant());
    audit.record(
        caller,
        AuditEntry.updated(
            "blueprint-permissions",
            before.blueprint(),
            difference(before.permissions(), after),
            difference(after, before.permissions())));
    return next;
  }

  /** The blocks of the one that are otherwise in the other. */
  private static Map<String, PermissionBlock> difference(
      BlueprintPermissions one, BlueprintPermissions other) {
    List<KeyedBlock> others = other.blocks().toList();
    return one.blocks()
        .filter(block -> !others.contains(block))
        .collect(Collectors.toMap(KeyedBlock::key, KeyedBlock::block));
  }
}
