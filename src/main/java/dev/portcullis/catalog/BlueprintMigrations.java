package dev.portcullis.catalog;

import dev.portcullis.organization.Sql;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deletions of all entities of a blueprint. */
@Component
class BlueprintMigrations {

  private final JdbcClient jdbc;

  BlueprintMigrations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID organizationId, BlueprintMigration migration) {
    jdbc.sql(
            """
            insert into blueprint_migrations
              (organization_id, migration_id, blueprint, delete_blueprint, deleted_entities,
               actor_id, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            organizationId,
            migration.id(),
            migration.blueprint(),
            migration.deletesBlueprint(),
            migration.deletedEntities(),
            migration.actor(),
            Sql.timestamp(migration.at()))
        .update();
  }

  Optional<BlueprintMigration> find(UUID organizationId, UUID id) {
    return jdbc.sql(
            """
            select blueprint, delete_blueprint, deleted_entities, actor_id, created_at
            from blueprint_migrations where organization_id = ? and migration_id = ?
            """)
        .params(organizationId, id)
        .query((row, _) ->
            new BlueprintMigration(
                id,
                row.getString("blueprint"),
                row.getBoolean("delete_blueprint"),
                row.getInt("deleted_entities"),
                row.getString("actor_id"),
                Sql.instant(row, "created_at")))
        .optional();
  }
}
