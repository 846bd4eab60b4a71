package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.TimeOrderedId;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever was there before values had tables is found by them after the migration. */
@OnBothDatabases
class ValuesBackfillTest {

  private static final int PEOPLE = 501;

  private final PortcullisServer server;
  private final String url;

  ValuesBackfillTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.url = emptyDatabase(database);
  }

  private String emptyDatabase(TestDatabase database) {
    String name = "backfill_" + System.nanoTime();
    return switch (database) {
      case H2 -> "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
      case POSTGRESQL -> {
        server.bean(JdbcClient.class).sql("create database " + name).update();
        yield database.url().replace("/postgres?", "/" + name + "?");
      }
    };
  }

  private FluentConfiguration flyway() {
    String vendor = url.startsWith("jdbc:h2") ? "h2" : "postgresql";
    return Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration", "classpath:db/" + vendor);
  }

  @Test
  void writesTheValuesOfWhoeverCanBeSeen() {
    flyway().target("7").load().migrate();
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url));
    UUID organization = TimeOrderedId.next();
    UUID connection = TimeOrderedId.next();
    jdbc.sql(
            "insert into organizations (organization_id, name, region, created_at)"
                + " values (?, 'acme', 'eu', current_timestamp)")
        .param(organization)
        .update();
    for (int i = 0; i < PEOPLE; i++) {
      insert(jdbc, organization, connection, i == 7 ? "DELETED" : "ACTIVE");
    }

    flyway().javaMigrations(server.bean(ValuesBackfill.class)).load().migrate();

    assertThat(count(jdbc, "path = 'title' and folded_text = 'lead' and leading_value"))
        .isEqualTo(PEOPLE - 1);
    assertThat(count(jdbc, "path = 'schemas'")).isEqualTo(PEOPLE - 1);
  }

  private static void insert(JdbcClient jdbc, UUID organization, UUID connection, String status) {
    jdbc.sql(
            """
            insert into users
              (organization_id, user_id, connection_id, status, attributes, role_by_hand,
               credential_epoch, version, created_at, updated_at)
            values (?, ?, ?, ?, '{"title":"Lead"}', 'Member', 0, 1, current_timestamp,
                    current_timestamp)
            """)
        .params(organization, TimeOrderedId.next(), connection, status)
        .update();
  }

  private static long count(JdbcClient jdbc, String condition) {
    return jdbc.sql("select count(*) from user_values where " + condition)
        .query(Long.class)
        .single();
  }
}
