package dev.portcullis.directory;

import dev.portcullis.organization.Sql;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
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
 * The migration that lets each connection's filter judge the names that its groups bore, which
 * until then it judged only where a claim held them.
 */
@Component
class VerdictsBackfill implements JavaMigration {

  private record Judge(UUID organizationId, UUID connectionId, GroupFilter filter) {}

  @Override
  public void migrate(Context context) {
    JdbcClient jdbc =
        JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
    List<Judge> judges =
        jdbc.sql(
                """
                select organization_id, connection_id, filter_type, filter_value, except_type,
                       except_value
                from connections
                """)
            .query((row, _) -> judge(row))
            .list();
    judges.forEach(judge -> fill(jdbc, judge));
  }

  private static Judge judge(ResultSet row) throws SQLException {
    String except = row.getString("except_type");
    return new Judge(
        row.getObject("organization_id", UUID.class),
        row.getObject("connection_id", UUID.class),
        new GroupFilter(
            GroupPattern.parse(row.getString("filter_type"), row.getString("filter_value"))
                .orElseThrow(),
            except == null
                ? Optional.empty()
                : Optional.of(
                    GroupPattern.parse(except, row.getString("except_value")).orElseThrow())));
  }

  private static void fill(JdbcClient jdbc, Judge judge) {
    List<String> names =
        jdbc.sql(
                """
                select distinct b.name from group_names b
                where b.organization_id = ? and b.connection_id = ? and not exists (
                  select 1 from claimed_names n
                  where n.organization_id = b.organization_id
                    and n.connection_id = b.connection_id and n.name = b.name)
                """)
            .params(judge.organizationId(), judge.connectionId())
            .query((row, _) -> row.getString("name"))
            .list();
    Sql.lots(names).forEach(lot -> insert(jdbc, judge, lot));
  }

  private static void insert(JdbcClient jdbc, Judge judge, List<String> names) {
    jdbc.sql(
            """
            insert into claimed_names (organization_id, connection_id, name, matches)
            select ?, ?, s.name, s.matches
            from unnest(cast(? as varchar array), cast(? as boolean array)) as s(name, matches)
            """)
        .param(judge.organizationId())
        .param(judge.connectionId())
        .param(Sql.array("varchar", names))
        .param(Sql.array("boolean", names.stream().map(judge.filter()::matches).toList()))
        .update();
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("13.1");
  }

  @Override
  public String getDescription() {
    return "verdicts";
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
