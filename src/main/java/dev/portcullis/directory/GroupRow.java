package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a group from a row of the table; the attributes of extensions lie there as JSON. */
@Component
class GroupRow implements RowMapper<Group> {

  static final String COLUMNS =
      """
      g.organization_id, g.group_id, g.connection_id, g.display_name, g.external_id, g.attributes,
      g.identifier, g.shown_name, g.scim_managed_since, g.version, g.created_at, g.updated_at
      """;

  private final AttributesJson json;

  GroupRow(AttributesJson json) {
    this.json = json;
  }

  @Override
  public Group mapRow(ResultSet row, int number) throws SQLException {
    return new Group(
        row.getObject("organization_id", UUID.class),
        row.getObject("group_id", UUID.class),
        Optional.ofNullable(row.getObject("connection_id", UUID.class)),
        row.getString("display_name"),
        Optional.ofNullable(row.getString("external_id")),
        json.read(row.getString("attributes")),
        row.getString("identifier"),
        row.getString("shown_name"),
        Sql.optionalInstant(row, "scim_managed_since"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  String written(AttributeValues attributes) {
    return json.written(attributes);
  }
}
