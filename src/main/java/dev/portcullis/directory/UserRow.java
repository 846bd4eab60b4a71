package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a user from a row of the table; the attributes lie there as JSON. */
@Component
class UserRow implements RowMapper<User> {

  static final String COLUMNS =
      """
      u.organization_id, u.user_id, u.connection_id, u.status, u.user_name, u.external_id_key,
      u.attributes, u.role_by_hand, u.credential_epoch, u.scim_managed_since,
      u.claims_not_before, u.version, u.created_at, u.updated_at, u.scim_updated_at,
      u.hand_profile
      """;

  private final AttributesJson json;

  UserRow(AttributesJson json) {
    this.json = json;
  }

  @Override
  public User mapRow(ResultSet row, int number) throws SQLException {
    return new User(
        row.getObject("organization_id", UUID.class),
        row.getObject("user_id", UUID.class),
        Optional.ofNullable(row.getObject("connection_id", UUID.class)),
        UserStatus.valueOf(row.getString("status")),
        Objects.requireNonNullElse(row.getString("user_name"), ""),
        Optional.ofNullable(row.getString("external_id_key")),
        json.read(row.getString("attributes")),
        row.getString("role_by_hand"),
        row.getLong("credential_epoch"),
        Sql.optionalInstant(row, "scim_managed_since"),
        Sql.optionalInstant(row, "claims_not_before"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"),
        Sql.optionalInstant(row, "scim_updated_at"),
        Optional.ofNullable(row.getString("hand_profile"))
            .map(json::read)
            .map(HandProfile::of)
            .orElse(HandProfile.NONE));
  }

  String written(AttributeValues attributes) {
    return json.written(attributes);
  }
}
