package dev.portcullis.directory;

import dev.portcullis.directory.query.ValueTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * The migration that writes the values of users and groups who were there before the tables of
 * values; batch by batch, for there may be many.
 */
@Component
class ValuesBackfill implements JavaMigration {

  private static final int BATCH = 500;
  private static final UUID LEAST = new UUID(0, 0);

  private static final String USERS =
      """
      select organization_id, user_id as id, connection_id, attributes from users
      where (organization_id > ? or (organization_id = ? and user_id > ?))
        and status not in ('PARKED', 'DELETED')
      order by organization_id, user_id fetch next ? rows only
      """;

  private static final String GROUPS =
      """
      select organization_id, group_id as id, connection_id, attributes from groups
      where (organization_id > ? or (organization_id = ? and group_id > ?)) and deleted_at is null
      order by organization_id, group_id fetch next ? rows only
      """;

  private final AttributesJson json;

  ValuesBackfill(AttributesJson json) {
    this.json = json;
  }

  private record Row(ValueRows.Owner owner, String attributes) {}

  @Override
  public void migrate(Context context) {
    var source = new SingleConnectionDataSource(context.getConnection(), true);
    JdbcClient jdbc = JdbcClient.create(source);
    fill(jdbc, ValueTable.USERS, USERS);
    fill(jdbc, ValueTable.GROUPS, GROUPS);
  }

  private void fill(JdbcClient jdbc, ValueTable table, String select) {
    ValueRows values = new ValueRows(jdbc);
    UUID organization = LEAST;
    UUID last = LEAST;
    List<Row> rows;
    do {
      rows =
          jdbc.sql(select)
              .params(organization, organization, last, BATCH)
              .query((row, _) -> row(table, row))
              .list();
      for (Row row : rows) {
        values.insert(row.owner(), json.read(row.attributes()));
        organization = row.owner().organizationId();
        last = row.owner().id();
      }
    } while (rows.size() == BATCH);
  }

  private static Row row(ValueTable table, ResultSet row) throws SQLException {
    return new Row(
        new ValueRows.Owner(
            table,
            row.getObject("organization_id", UUID.class),
            row.getObject("id", UUID.class),
            Optional.ofNullable(row.getObject("connection_id", UUID.class))),
        row.getString("attributes"));
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("8");
  }

  @Override
  public String getDescription() {
    return "values";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
