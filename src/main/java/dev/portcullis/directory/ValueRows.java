package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.query.StoredValue;
import dev.portcullis.directory.query.StoredValues;
import dev.portcullis.directory.query.ValueTable;
import dev.portcullis.organization.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The values by which users and groups are found. Whoever writes attributes writes these in the
 * same transaction.
 */
@Component
class ValueRows {

  private static final String COLUMNS =
      "path, element, part, leading_value, exact_text, folded_text, folded_hash, number_value,"
          + " instant_value, uuid_value";

  private final JdbcClient jdbc;

  ValueRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whose values they are.
   *
   * @param connectionId without which nobody searches for it, so that it has no values
   */
  record Owner(ValueTable table, UUID organizationId, UUID id, Optional<UUID> connectionId) {}

  /** Writes the values of a resource that has none yet. One statement for each array of them. */
  void insert(Owner owner, AttributeValues attributes) {
    owner
        .connectionId()
        .ifPresent(connection -> {
          for (List<StoredValue> lot : Sql.lots(StoredValues.of(owner.table(), attributes))) {
            insert(owner, connection, lot);
          }
        });
  }

  private void insert(Owner owner, UUID connectionId, List<StoredValue> values) {
    jdbc.sql(
            "insert into "
                + owner.table().table()
                + " (organization_id, "
                + owner.table().owner()
                + ", connection_id, "
                + COLUMNS
                + ") select ?, ?, ?, "
                + COLUMNS
                + """
                 from unnest(cast(? as varchar array), cast(? as integer array),
                  cast(? as integer array), cast(? as boolean array), cast(? as varchar array),
                  cast(? as varchar array), cast(? as integer array),
                  cast(? as numeric(40, 20) array), cast(? as timestamp(6) with time zone array),
                  cast(? as uuid array)) as s (\
                """
                + COLUMNS
                + ")")
        .params(owner.organizationId(), owner.id(), connectionId)
        .param(array("varchar", values, StoredValue::path))
        .param(array("integer", values, StoredValue::element))
        .param(array("integer", values, StoredValue::part))
        .param(array("boolean", values, StoredValue::leading))
        .param(array("varchar", values, StoredValue::exact))
        .param(array("varchar", values, StoredValue::folded))
        .param(array("integer", values, value -> value.folded().hashCode()))
        .param(array("numeric", values, value -> value.number().orElse(null)))
        .param(array("timestamp with time zone", values, value -> Sql.timestamp(value.moment())))
        .param(array("uuid", values, value -> value.id().orElse(null)))
        .update();
  }

  private static SqlArrayValue array(
      String type, List<StoredValue> values, Function<StoredValue, @Nullable Object> column) {
    return new SqlArrayValue(type, values.stream().map(column).toArray());
  }

  /** Writes the values of a resource in place of those that it has. Two statements. */
  void replace(Owner owner, AttributeValues attributes) {
    delete(owner);
    insert(owner, attributes);
  }

  /** Removes the values of a resource. */
  void delete(Owner owner) {
    jdbc.sql(
            "delete from %s where organization_id = ? and %s = ?"
                .formatted(owner.table().table(), owner.table().owner()))
        .params(owner.organizationId(), owner.id())
        .update();
  }
}
