package dev.portcullis.catalog;

import dev.portcullis.catalog.PortalObject.Kind;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of actions and pages. */
@Component
class PortalObjectRows {

  private static final String SELECT =
      """
      select kind, identifier, document, created_at, created_by, updated_at, updated_by
      from portal_objects
      where organization_id = ? and kind = ?
      """;

  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PortalObjectRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<PortalObject> all(UUID organizationId, Kind kind) {
    return jdbc.sql(SELECT + "order by created_at, identifier")
        .params(organizationId, kind.wireName())
        .query(this::object)
        .list();
  }

  Optional<PortalObject> find(UUID organizationId, Kind kind, String identifier) {
    return one(organizationId, kind, identifier, "");
  }

  /** As {@link #find}, and no other transaction changes it until this one ends. */
  Optional<PortalObject> locked(UUID organizationId, Kind kind, String identifier) {
    return one(organizationId, kind, identifier, " for update");
  }

  private Optional<PortalObject> one(
      UUID organizationId, Kind kind, String identifier, String lock) {
    return jdbc.sql(SELECT + "and identifier = ?" + lock)
        .params(organizationId, kind.wireName(), identifier)
        .query(this::object)
        .optional();
  }

  void insert(UUID organizationId, PortalObject object) {
    Provenance provenance = object.provenance();
    jdbc.sql(
            """
            insert into portal_objects
              (organization_id, kind, identifier, document, created_at, created_by, updated_at,
               updated_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            organizationId,
            object.kind().wireName(),
            object.identifier(),
            json.writeValueAsString(object.document()),
            Sql.timestamp(provenance.createdAt()),
            provenance.createdBy(),
            Sql.timestamp(provenance.updatedAt()),
            provenance.updatedBy())
        .update();
  }

  void update(UUID organizationId, PortalObject object) {
    jdbc.sql(
            """
            update portal_objects set document = ?, updated_at = ?, updated_by = ?
            where organization_id = ? and kind = ? and identifier = ?
            """)
        .params(
            json.writeValueAsString(object.document()),
            Sql.timestamp(object.provenance().updatedAt()),
            object.provenance().updatedBy(),
            organizationId,
            object.kind().wireName(),
            object.identifier())
        .update();
  }

  void delete(UUID organizationId, PortalObject object) {
    jdbc.sql(
            """
            delete from portal_objects
            where organization_id = ? and kind = ? and identifier = ?
            """)
        .params(organizationId, object.kind().wireName(), object.identifier())
        .update();
  }

  private PortalObject object(ResultSet row, int number) throws SQLException {
    Kind kind = row.getString("kind").equals(Kind.ACTION.wireName()) ? Kind.ACTION : Kind.PAGE;
    return new PortalObject(
        kind,
        row.getString("identifier"),
        json.readValue(row.getString("document"), TREE),
        BlueprintRows.provenance(row));
  }
}
