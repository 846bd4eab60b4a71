package dev.portcullis.catalog;

import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of blueprints. */
@Component
class BlueprintRows {

  private static final String SELECT =
      "select definition, created_at, created_by, updated_at, updated_by from blueprints ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  BlueprintRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Blueprint> all(UUID organizationId) {
    return jdbc.sql(SELECT + "where organization_id = ? order by created_at, identifier")
        .param(organizationId)
        .query(this::blueprint)
        .list();
  }

  Optional<Blueprint> find(UUID organizationId, String identifier) {
    return jdbc.sql(SELECT + "where organization_id = ? and identifier = ?")
        .params(organizationId, identifier)
        .query(this::blueprint)
        .optional();
  }

  /** As {@link #find}, and no other transaction changes it until this one ends. */
  Optional<Blueprint> locked(UUID organizationId, String identifier) {
    return jdbc.sql(SELECT + "where organization_id = ? and identifier = ? for update")
        .params(organizationId, identifier)
        .query(this::blueprint)
        .optional();
  }

  void delete(UUID organizationId, String identifier) {
    jdbc.sql("delete from blueprints where organization_id = ? and identifier = ?")
        .params(organizationId, identifier)
        .update();
  }

  void update(UUID organizationId, Blueprint blueprint) {
    update(organizationId, blueprint.identifier(), blueprint);
  }

  /** The same of one that may bear another identifier now; its entities go along. */
  void update(UUID organizationId, String formerly, Blueprint blueprint) {
    Provenance provenance = blueprint.provenance();
    jdbc.sql(
            """
            update blueprints set
              folded_identifier = case when identifier = ? then folded_identifier else ? end,
              identifier = ?, definition = ?, updated_at = ?, updated_by = ?
            where organization_id = ? and identifier = ?
            """)
        .params(
            blueprint.identifier(),
            Identifiers.folded(blueprint.identifier()),
            blueprint.identifier(),
            json.writeValueAsString(blueprint.definition()),
            Sql.timestamp(provenance.updatedAt()),
            provenance.updatedBy(),
            organizationId,
            formerly)
        .update();
  }

  void insert(UUID organizationId, Blueprint blueprint) {
    Provenance provenance = blueprint.provenance();
    jdbc.sql(
            """
            insert into blueprints
              (organization_id, identifier, folded_identifier, definition, created_at, created_by,
               updated_at, updated_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            organizationId,
            blueprint.identifier(),
            Identifiers.folded(blueprint.identifier()),
            json.writeValueAsString(blueprint.definition()),
            Sql.timestamp(provenance.createdAt()),
            provenance.createdBy(),
            Sql.timestamp(provenance.updatedAt()),
            provenance.updatedBy())
        .update();
  }

  private Blueprint blueprint(ResultSet row, int number) throws SQLException {
    return new Blueprint(
        json.readValue(row.getString("definition"), BlueprintDefinition.class), provenance(row));
  }

  static Provenance provenance(ResultSet row) throws SQLException {
    return new Provenance(
        Sql.instant(row, "created_at"),
        row.getString("created_by"),
        Sql.instant(row, "updated_at"),
        row.getString("updated_by"));
  }
}
