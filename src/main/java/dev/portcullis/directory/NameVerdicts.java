package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Sql;
import dev.portcullis.pattern.GroupFilter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The verdict of a connection's filter on every name that its claims hold or that its groups bore.
 * The filter runs here and not in SQL; its verdict is kept once for each name, so that another
 * filter takes effect on everybody by changing as many rows as there are names.
 */
@Component
class NameVerdicts {

  private final JdbcClient jdbc;
  private final Connections connections;

  NameVerdicts(JdbcClient jdbc, Connections connections) {
    this.jdbc = jdbc;
    this.connections = connections;
  }

  /** Which of these names the filter in force matches; names not seen before are judged now. */
  Map<String, Boolean> judge(Connection connection, Collection<String> names) {
    Map<String, Boolean> known = known(connection, names);
    List<String> strangers = names.stream().filter(name -> !known.containsKey(name)).toList();
    if (strangers.isEmpty()) {
      return known;
    }
    // Under the connection's lock the filter cannot change between its verdict and its being kept.
    GroupFilter filter =
        connections
            .lock(connection.organizationId(), connection.id())
            .orElse(connection)
            .settings()
            .claim()
            .filter();
    insert(connection, filter, strangers);
    return known(connection, names);
  }

  private void insert(Connection connection, GroupFilter filter, List<String> names) {
    jdbc.sql(
            """
            insert into claimed_names (organization_id, connection_id, name, matches)
            select :organization, :connection, s.name, s.matches
            from unnest(cast(:names as varchar array), cast(:verdicts as boolean array))
              as s(name, matches)
            where not exists (
              select 1 from claimed_names k
              where k.organization_id = :organization and k.connection_id = :connection
                and k.name = s.name)
            """)
        .param("organization", connection.organizationId())
        .param("connection", connection.id())
        .param("names", new SqlArrayValue("varchar", names.toArray()))
        .param(
            "verdicts", new SqlArrayValue("boolean", names.stream().map(filter::matches).toArray()))
        .update();
  }

  private Map<String, Boolean> known(Connection connection, Collection<String> names) {
    Map<String, Boolean> verdicts = new LinkedHashMap<>();
    jdbc.sql(
            """
            select n.name, n.matches
            from unnest(cast(? as uuid array), cast(? as uuid array), cast(? as varchar array))
              as s(organization_id, connection_id, name)
            join claimed_names n on n.organization_id = s.organization_id
              and n.connection_id = s.connection_id and n.name = s.name
            order by n.name
            """)
        .params(
            Sql.repeated("uuid", connection.organizationId(), names),
            Sql.repeated("uuid", connection.id(), names),
            Sql.array("varchar", names))
        .query(row -> {
          verdicts.put(row.getString("name"), row.getBoolean("matches"));
        });
    return verdicts;
  }

  /** Judges every name anew; the connection is locked by the change of its filter. */
  void judgeAnew(Connection connection) {
    GroupFilter filter = connection.settings().claim().filter();
    Map<Boolean, List<String>> byVerdict =
        jdbc
            .sql("select name from claimed_names where organization_id = ? and connection_id = ?")
            .params(connection.organizationId(), connection.id())
            .query((row, _) -> row.getString("name"))
            .stream()
            .collect(Collectors.partitioningBy(filter::matches));
    byVerdict.forEach(
        (verdict, names) -> Sql.lots(names).forEach(lot -> judge(connection, verdict, lot)));
  }

  private void judge(Connection connection, boolean verdict, List<String> names) {
    jdbc.sql(
            """
            update claimed_names set matches = ?
            where organization_id = ? and connection_id = ? and name = any(?)
            """)
        .params(verdict, connection.organizationId(), connection.id(), Sql.array("varchar", names))
        .update();
  }
}
