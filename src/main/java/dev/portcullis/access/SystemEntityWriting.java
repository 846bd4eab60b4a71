package dev.portcullis.access;

import dev.portcullis.access.EntityWrite.Presence;
import dev.portcullis.access.EntityWriteOutcome.Decided;
import dev.portcullis.access.EntityWriteOutcome.Denied;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityDraft;
import dev.portcullis.catalog.EntityOutcome;
import dev.portcullis.organization.Caller;
import dev.portcullis.permission.EntityOperation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes of people's and teams' entities, which are for Admins. */
@Component
class SystemEntityWriting {

  private final Catalog catalog;

  SystemEntityWriting(Catalog catalog) {
    this.catalog = catalog;
  }

  EntityWriteOutcome write(Caller caller, WritingRights rights, Blueprint kind, EntityWrite write) {
    Optional<String> identifier = write.identifier().or(() -> write.edit().given().identifier());
    if (!rights.areAdmins()) {
      return new Denied(
          new Denial(
              EntityOperation.UPDATE.actionName(),
              kind.identifier(),
              identifier.orElse(""),
              "Only Admins change entities of people and teams."));
    }
    Optional<Entity> before =
        write.edit().merges() || write.presence() != Presence.ANY
            ? identifier.flatMap(
                one -> catalog.entity(caller.organizationId(), kind.identifier(), one))
            : Optional.empty();
    if (before.isEmpty() && write.presence() == Presence.PRESENT) {
      return new Decided(new EntityOutcome.NotFound(identifier.orElse("")));
    }
    if (before.isPresent() && write.presence() == Presence.ABSENT) {
      return new Decided(new EntityOutcome.Exists(before.get().identifier()));
    }
    EntityDraft draft = write.edit().given();
    if (before.isPresent() && write.edit().merges()) {
      draft = write.edit().over(before.get());
    } else if (before.isPresent()) {
      draft = draft.identifiedBy(before.get().identifier());
    }
    return new Decided(catalog.extendEntity(caller, kind.identifier(), draft));
  }
}
