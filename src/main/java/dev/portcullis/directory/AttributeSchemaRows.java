package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeSchema;
import dev.portcullis.organization.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of extension schemas; a definition lies there as JSON. */
@Component
class AttributeSchemaRows {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  AttributeSchemaRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  List<AttributeSchema> all(UUID organizationId) {
    return jdbc.sql(
            """
            select definition from scim_schemas where organization_id = ?
            order by created_at, urn_key
            """)
        .param(organizationId)
        .query((row, _) -> read(row.getString("definition")))
        .list();
  }

  Optional<AttributeSchema> find(UUID organizationId, String urn) {
    return jdbc.sql("select definition from scim_schemas where organization_id = ? and urn_key = ?")
        .params(organizationId, AttributeSchema.key(urn))
        .query((row, _) -> read(row.getString("definition")))
        .optional();
  }

  private AttributeSchema read(String definition) {
    return json.readValue(definition, AttributeSchema.class);
  }

  void insert(UUID organizationId, AttributeSchema schema) {
    var now = Sql.timestamp(clock.instant());
    jdbc.sql(
            """
            insert into scim_schemas
              (organization_id, urn_key, urn, resource_type, definition, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(organizationId)
        .param(AttributeSchema.key(schema.urn()))
        .param(schema.urn())
        .param(schema.resourceType().wireName())
        .param(json.writeValueAsString(schema))
        .param(now)
        .param(now)
        .update();
  }

  void update(UUID organizationId, AttributeSchema schema) {
    jdbc.sql(
            """
            update scim_schemas set resource_type = ?, definition = ?, updated_at = ?
            where organization_id = ? and urn_key = ?
            """)
        .param(schema.resourceType().wireName())
        .param(json.writeValueAsString(schema))
        .param(Sql.timestamp(clock.instant()))
        .param(organizationId)
        .param(AttributeSchema.key(schema.urn()))
        .update();
  }

  void delete(UUID organizationId, String urn) {
    jdbc.sql("delete from scim_schemas where organization_id = ? and urn_key = ?")
        .params(organizationId, AttributeSchema.key(urn))
        .update();
  }
}
