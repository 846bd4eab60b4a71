package dev.portcullis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One schema on both databases, in which every key begins with the organization. */
@OnBothDatabases
class SchemaTest {

  /**
   * Of the deployment, not of a tenant. Spring Session's tables are as that library makes them: a
   * row is found by the random id in a browser's cookie, before anybody knows whose it is, and
   * holds nothing but identifiers that the organization's own tables must confirm.
   */
  private static final Set<String> OF_THE_DEPLOYMENT =
      Set.of(
          "signing_keys",
          "flyway_schema_history",
          "browser_sessions",
          "browser_sessions_attributes");

  private final JdbcClient jdbc;

  SchemaTest(TestDatabase database) {
    this.jdbc = PortcullisServer.on(database).bean(JdbcClient.class);
  }

  private List<String> tables() {
    return jdbc
        .sql(
            """
            select lower(table_name) as name from information_schema.tables
            where lower(table_schema) = 'public' and table_type like '%TABLE'
            """)
        .query((row, _) -> row.getString("name"))
        .stream()
        .filter(name -> !OF_THE_DEPLOYMENT.contains(name))
        .toList();
  }

  @Test
  void everyPrimaryKeyBeginsWithTheOrganization() {
    List<String> leading =
        jdbc.sql(
                """
                select lower(k.table_name) as name from information_schema.key_column_usage k
                join information_schema.table_constraints c
                  on c.constraint_schema = k.constraint_schema
                 and c.constraint_name = k.constraint_name and c.table_name = k.table_name
                where c.constraint_type = 'PRIMARY KEY' and k.ordinal_position = 1
                  and lower(k.column_name) = 'organization_id'
                """)
            .query((row, _) -> row.getString("name"))
            .list();
    assertThat(tables()).isNotEmpty().allSatisfy(table -> assertThat(leading).contains(table));
  }

  @Test
  void aDeletedOrganizationLeavesNothingBehind() {
    List<String> bound =
        jdbc.sql(
                """
                select distinct lower(table_name) as name from information_schema.table_constraints
                where constraint_type = 'FOREIGN KEY'
                """)
            .query((row, _) -> row.getString("name"))
            .list();
    assertThat(tables())
        .filteredOn(table -> !table.equals("organizations"))
        .allSatisfy(table -> assertThat(bound).contains(table));
  }
}
