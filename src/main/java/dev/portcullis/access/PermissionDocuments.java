package dev.portcullis.access;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjectDeleted;
import dev.portcullis.catalog.TeamBinding;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The doorway to permission documents, which live and die with their owner. */
@Component
public class PermissionDocuments {

  private final DocumentOwners owners;
  private final PermissionRows rows;
  private final TeamBinding teams;
  private final UnknownNames unknownNames;
  private final PolicyLint lint;
  private final AuditTrail audit;
  private final Clock clock;

  PermissionDocuments(
      DocumentOwners owners,
      PermissionRows rows,
      TeamBinding teams,
      UnknownNames unknownNames,
      PolicyLint lint,
      AuditTrail audit,
      Clock clock) {
    this.owners = owners;
    this.rows = rows;
    this.teams = teams;
    this.unknownNames = unknownNames;
    this.lint = lint;
    this.audit = audit;
    this.clock = clock;
  }

  /** The document in force; empty if there is no such owner. */
  @OneTransaction(readOnly = true)
  public Optional<VersionedPermissions> of(UUID organizationId, PermissionOwner owner) {
    return owners.find(organizationId, owner).map(basis -> of(organizationId, owner, basis));
  }

  VersionedPermissions of(UUID organizationId, Blueprint blueprint) {
    return of(
        organizationId,
        PermissionOwner.blueprint(blueprint.identifier()),
        DocumentOwners.basis(blueprint));
  }

  /** The documents in force of owners that there are; one statement. */
  Map<PermissionOwner, VersionedPermissions> of(
      UUID organizationId, Map<PermissionOwner, DocumentBasis> bases) {
    Map<PermissionOwner, DocumentVersion> stored = rows.newest(organizationId, bases.keySet());
    Map<PermissionOwner, VersionedPermissions> documents = new HashMap<>();
    bases.forEach((owner, basis) ->
        documents.put(owner, fitted(owner, basis, Optional.ofNullable(stored.get(owner)))));
    return documents;
  }

  private VersionedPermissions of(UUID organizationId, PermissionOwner owner, DocumentBasis basis) {
    return fitted(owner, basis, rows.newest(organizationId, owner));
  }

  private static VersionedPermissions fitted(
      PermissionOwner owner, DocumentBasis basis, Optional<DocumentVersion> newest) {
    return newest
        .map(stored ->
            new VersionedPermissions(owner, stored.version(), basis.fitted(stored.permissions())))
        .orElseGet(() -> new VersionedPermissions(owner, 0, basis.defaults()));
  }

  /** Changes a document; what changes nothing makes no new version. */
  @OneTransaction
  public PermissionsOutcome amend(Caller caller, PermissionOwner owner, PermissionsPatch patch) {
    return switch (draft(caller, owner, patch)) {
      case Draft.Written(VersionedPermissions before, PermissionDocument after, var warnings) ->
          new PermissionsOutcome.Stored(stored(caller, before, after), warnings);
      case Draft.Refused(PermissionsOutcome why) -> why;
    };
  }

  /** What a change would make of a document, or why it cannot be made. */
  sealed interface Draft {

    record Written(VersionedPermissions before, PermissionDocument after, List<String> warnings)
        implements Draft {}

    record Refused(PermissionsOutcome why) implements Draft {}
  }

  /** Changes a document and stores nothing. */
  Draft draft(Caller caller, PermissionOwner owner, PermissionsPatch patch) {
    UUID organizationId = caller.organizationId();
    Optional<DocumentBasis> found = owners.find(organizationId, owner);
    if (found.isEmpty()) {
      return new Draft.Refused(new PermissionsOutcome.OwnerNotFound());
    }
    DocumentBasis basis = found.get();
    List<String> properties = patch.unknownProperties(basis.defaults());
    List<String> relations = patch.unknownRelations(basis.defaults());
    List<String> problems =
        Stream.concat(patch.problems().stream(), PolicyReview.of(owner.kind(), patch).stream())
            .toList();
    if (!properties.isEmpty() || !relations.isEmpty()) {
      return new Draft.Refused(
          new PermissionsOutcome.UnknownFields(properties, relations, problems));
    }
    if (!problems.isEmpty()) {
      return new Draft.Refused(new PermissionsOutcome.Rejected(problems));
    }
    VersionedPermissions before = of(organizationId, owner, basis);
    PermissionDocument after =
        patch.applied(
            before.permissions(), basis.defaults(), name -> teams.bind(organizationId, name));
    List<String> warnings =
        Stream.concat(
                unknownNames.in(caller, patch, after).stream(),
                lint.of(organizationId, basis, patch, after).stream())
            .toList();
    return new Draft.Written(before, after, warnings);
  }

  /** All versions, the newest first; empty if there is no such owner. */
  @OneTransaction(readOnly = true)
  public Optional<List<DocumentVersion>> versions(UUID organizationId, PermissionOwner owner) {
    return owners.find(organizationId, owner).map(_ -> rows.all(organizationId, owner));
  }

  /**
   * The version of that number, as it was written. Version 0 is the default document, as it would
   * be now.
   */
  @OneTransaction(readOnly = true)
  public Optional<DocumentVersion> version(
      UUID organizationId, PermissionOwner owner, long version) {
    return owners
        .find(organizationId, owner)
        .flatMap(basis -> version(organizationId, owner, basis, version));
  }

  private Optional<DocumentVersion> version(
      UUID organizationId, PermissionOwner owner, DocumentBasis basis, long version) {
    return version == 0
        ? Optional.of(DocumentVersion.zero(basis.defaults()))
        : rows.version(organizationId, owner, version);
  }

  /**
   * Puts an earlier version in force again, as a new one. Teams keep the meaning that they were
   * written with; what the owner has no more is left out.
   */
  @OneTransaction
  public PermissionsOutcome restore(Caller caller, PermissionOwner owner, long version) {
    UUID organizationId = caller.organizationId();
    Optional<DocumentBasis> basis = owners.find(organizationId, owner);
    if (basis.isEmpty()) {
      return new PermissionsOutcome.OwnerNotFound();
    }
    Optional<PermissionDocument> earlier =
        version(organizationId, owner, basis.get(), version)
            .map(found -> basis.get().fitted(found.permissions()));
    if (earlier.isEmpty()) {
      return new PermissionsOutcome.VersionNotFound(version);
    }
    return new PermissionsOutcome.Stored(
        stored(caller, of(organizationId, owner, basis.get()), earlier.get()), List.of());
  }

  private VersionedPermissions stored(
      Caller caller, VersionedPermissions before, PermissionDocument after) {
    if (after.equals(before.permissions())) {
      return before;
    }
    VersionedPermissions next =
        new VersionedPermissions(before.owner(), before.version() + 1, after);
    rows.add(caller, next, clock.instant());
    audit.record(
        caller,
        AuditEntry.updated(
            before.owner().kind().wireName() + "-permissions",
            before.owner().identifier(),
            difference(before.version(), before.permissions(), after),
            difference(next.version(), after, before.permissions())));
    return next;
  }

  /** The blocks of the one that are otherwise in the other, with the one's version. */
  private static Map<String, Object> difference(
      long version, PermissionDocument one, PermissionDocument other) {
    List<KeyedBlock> others = other.blocks().toList();
    Map<String, Object> difference = new TreeMap<>();
    difference.put("version", version);
    one.blocks()
        .filter(block -> !others.contains(block))
        .forEach(block -> difference.put(block.key(), block.block()));
    return difference;
  }

  @EventListener
  void on(PortalObjectDeleted deleted) {
    PortalObject object = deleted.object();
    PermissionOwner owner =
        switch (object.kind()) {
          case ACTION -> PermissionOwner.action(object.identifier());
          case PAGE -> PermissionOwner.page(object.identifier());
        };
    rows.delete(deleted.caller().organizationId(), owner);
  }
}
