package dev.portcullis.scim.refusals;

import dev.portcullis.testing.PortcullisServer;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every row that the database holds of an organization, its audit trail included, as text in an
 * order of its own. Left out is only what a refused request leaves on purpose: the log of requests,
 * and when a token was last used.
 */
final class StoredState {

  private static final Set<String> LOGS = Set.of("request_records");
  private static final Set<String> STAMPS = Set.of("last_used_at");

  private StoredState() {}

  /** Each table's rows, sorted. */
  static Map<String, List<String>> of(PortcullisServer server, String organizationId) {
    JdbcClient jdbc = server.bean(JdbcClient.class);
    Map<String, List<String>> state = new TreeMap<>();
    for (String table : tables(jdbc)) {
      List<String> rows =
          new ArrayList<>(
              jdbc.sql("select * from " + table + " where organization_id = ?")
                  .param(UUID.fromString(organizationId))
                  .query((row, number) -> text(row))
                  .list());
      Collections.sort(rows);
      state.put(table, rows);
    }
    return state;
  }

  private static List<String> tables(JdbcClient jdbc) {
    return jdbc
        .sql(
            """
            select distinct lower(c.table_name) as name from information_schema.columns c
              join information_schema.tables t
                on t.table_schema = c.table_schema and t.table_name = c.table_name
             where lower(c.column_name) = 'organization_id' and t.table_type = 'BASE TABLE'
               and lower(c.table_schema) = 'public'\
            """)
        .query((row, number) -> row.getString("name"))
        .list()
        .stream()
        .filter(table -> !LOGS.contains(table))
        .toList();
  }

  private static String text(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
      Object value = STAMPS.contains(name) ? "" : row.getObject(i);
      text.append(name).append('=');
      text.append(value instanceof Clob ? row.getString(i) : value).append('|');
    }
    return text.toString();
  }
}
