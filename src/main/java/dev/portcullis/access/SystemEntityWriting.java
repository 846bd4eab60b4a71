package dev.portcullis.access;

import dev.portcullis.access.EntityWrite.Presence;
import dev.portcullis.access.EntityWriteOutcome.Decided;
import dev.portcullis.access.EntityWriteOutcome.Denied;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityDraft;
import dev.portcullis.catalog.EntityOutcome;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.TeamReference;
import dev.portcullis.organization.Caller;
import dev.portcullis.permission.EntityOperation;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes of people's and teams' entities, which are for Admins. */
@Component
class SystemEntityWriting {

  private final Catalog catalog;
  private final TeamDeletion teamDeletion;
  private final UserDeletion userDeletion;
  private final UserEntityWriting users;

  SystemEntityWriting(
      Catalog catalog,
      TeamDeletion teamDeletion,
      UserDeletion userDeletion,
      UserEntityWriting users) {
    this.catalog = catalog;
    this.teamDeletion = teamDeletion;
    this.userDeletion = userDeletion;
    this.users = users;
  }

  EntityWriteOutcome write(Caller caller, EntityRights rights, Blueprint kind, EntityWrite write) {
    Optional<String> identifier = write.identifier().or(() -> write.edit().given().identifier());
    if (!rights.areAdmins()) {
      return new Denied(denial(EntityOperation.UPDATE, kind.identifier(), identifier.orElse("")));
    }
    if (!write.validatesOnly()) {
      return written(caller, kind, identifier, write);
    }
    Undo undo = new Undo();
    return undo.because(validated(written(caller, kind, identifier, write)));
  }

  /** What was stored and taken back could be stored. */
  private static EntityWriteOutcome validated(EntityWriteOutcome outcome) {
    EntityOutcome decided =
        switch (outcome) {
          case Decided(EntityOutcome of) -> of;
          case EntityWriteOutcome.OfPerson(EntityOutcome of, _, _) -> of;
          default -> new EntityOutcome.BlueprintNotFound();
        };
    return switch (decided) {
      case EntityOutcome.Created(Entity entity) -> new Decided(new EntityOutcome.Fits(entity));
      case EntityOutcome.Replaced(Entity entity) -> new Decided(new EntityOutcome.Fits(entity));
      default -> outcome;
    };
  }

  private EntityWriteOutcome written(
      Caller caller, Blueprint kind, Optional<String> identifier, EntityWrite write) {
    boolean ofPerson = kind.identifier().equals(SystemBlueprints.USER);
    Optional<Entity> before =
        ofPerson || write.edit().merges() || write.presence() != Presence.ANY
            ? identifier.flatMap(
                one -> catalog.entity(caller.organizationId(), kind.identifier(), one))
            : Optional.empty();
    if (before.isEmpty() && write.presence() == Presence.PRESENT) {
      return new Decided(new EntityOutcome.NotFound(identifier.orElse("")));
    }
    if (before.isPresent() && write.presence() == Presence.ABSENT) {
      return new Decided(new EntityOutcome.Exists(before.get().identifier()));
    }
    if (ofPerson) {
      return users.write(caller, kind, before, write);
    }
    EntityDraft draft = write.edit().given();
    if (before.isPresent() && write.edit().merges()) {
      draft = write.edit().over(before.get());
    } else if (before.isPresent()) {
      draft = draft.identifiedBy(before.get().identifier());
    }
    return new Decided(catalog.extendEntity(caller, kind.identifier(), draft));
  }

  EntityDeletionOutcome delete(
      Caller caller,
      EntityRights rights,
      String blueprint,
      List<String> identifiers,
      boolean withDependents) {
    if (!rights.areAdmins()) {
      return new EntityDeletionOutcome.Denied(
          denial(EntityOperation.UNREGISTER, blueprint, identifiers.getFirst()));
    }
    return blueprint.equals(SystemBlueprints.TEAM)
        ? teamDeletion.delete(
            caller,
            identifiers.stream().map(TeamReference.Identified::new).toList(),
            withDependents)
        : userDeletion.delete(caller, identifiers, withDependents);
  }

  private static Denial denial(EntityOperation operation, String blueprint, String identifier) {
    return new Denial(
        operation.actionName(),
        blueprint,
        identifier,
        "Only Admins change entities of people and teams.");
  }
}
