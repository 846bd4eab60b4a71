package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.TimeOrderedId;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever was there before values had tables is found by them after the migration. */
@OnBothDatabases
class ValuesBackfillTest {

  private static final int PEOPLE = 501;

  private final MigratingDatabase database;

  ValuesBackfillTest(TestDatabase database) {
    this.database = new MigratingDatabase(database);
  }

  @Test
  void writesTheValuesOfWhoeverCanBeSeen() {
    JdbcClient jdbc = database.migratedTo("7");
    UUID organization = MigratingDatabase.organization(jdbc);
    UUID connection = TimeOrderedId.next();
    for (int i = 0; i < PEOPLE; i++) {
      insert(jdbc, organization, connection, i == 7 ? "DELETED" : "ACTIVE");
    }

    database.migratedTo("8");

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
