package dev.portcullis.api;

import dev.portcullis.catalog.BlueprintMigration;
import dev.portcullis.catalog.Blueprints;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deletions of all entities of a blueprint, as Port's clients ask after them. */
@RestController
@RequestMapping("/v1/migrations")
class MigrationsController {

  private final Blueprints blueprints;

  MigrationsController(Blueprints blueprints) {
    this.blueprints = blueprints;
  }

  /** A migration in Port's shape. */
  record MigrationRepresentation(
      String id,
      String actor,
      String sourceBlueprint,
      String status,
      boolean deleteBlueprint,
      boolean deleteEntities,
      int successCount,
      int failureCount,
      Instant createdAt,
      Instant updatedAt) {

    static MigrationRepresentation of(BlueprintMigration migration) {
      return new MigrationRepresentation(
          migration.id().toString(),
          migration.actor(),
          migration.blueprint(),
          "COMPLETED",
          migration.deletesBlueprint(),
          true,
          migration.deletedEntities(),
          0,
          migration.at(),
          migration.at());
    }
  }

  record MigrationReply(boolean ok, MigrationRepresentation migration) {}

  @GetMapping("/{id}")
  MigrationReply one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return Identifiers.uuid(id)
        .flatMap(number -> blueprints.migration(caller.organizationId(), number))
        .map(migration -> new MigrationReply(true, MigrationRepresentation.of(migration)))
        .orElseThrow(() -> RequestFault.notFound("Migration", "id", id));
  }
}
