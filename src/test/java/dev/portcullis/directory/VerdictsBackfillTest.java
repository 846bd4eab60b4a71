package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.TimeOrderedId;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was there before evidence was complete is there after the migrations. */
@OnBothDatabases
class VerdictsBackfillTest {

  private final MigratingDatabase database;

  VerdictsBackfillTest(TestDatabase database) {
    this.database = new MigratingDatabase(database);
  }

  @Test
  void judgesTheNamesOfGroupsAndKeepsReceiptsByTheirSubject() {
    JdbcClient jdbc = database.migratedTo("10");
    UUID organization = MigratingDatabase.organization(jdbc);
    UUID connection = TimeOrderedId.next();
    UUID user = TimeOrderedId.next();
    UUID group = TimeOrderedId.next();
    jdbc.sql(
            """
            insert into connections
              (organization_id, connection_id, name, issuer, client_id, scopes, groups_claim,
               claim_covers, absent_claim, filter_type, filter_value, except_type, except_value,
               dialect, provisioning, enabled, session_idle_seconds, session_max_seconds, version,
               created_at, updated_at)
            values (?, ?, 'okta', 'https://acme.example', 'c', 'openid', 'groups', false, 'AUTO',
                    'STARTS_WITH', 'team-', 'EQUALS', 'team-x', 'OKTA', 'SCIM', true, 1, 1, 1,
                    current_timestamp, current_timestamp)
            """)
        .params(organization, connection)
        .update();
    jdbc.sql(
            """
            insert into users
              (organization_id, user_id, connection_id, status, external_id, attributes,
               role_by_hand, credential_epoch, version, created_at, updated_at)
            values (?, ?, ?, 'ACTIVE', '00u1', '{}', 'Member', 0, 1, current_timestamp,
                    current_timestamp)
            """)
        .params(organization, user, connection)
        .update();
    jdbc.sql(
            """
            insert into groups
              (organization_id, group_id, connection_id, display_name, display_name_key,
               identifier, shown_name, version, created_at, updated_at)
            values (?, ?, ?, 'team-a', 'team-a', 'team-a', 'team-a', 1, current_timestamp,
                    current_timestamp)
            """)
        .params(organization, group, connection)
        .update();
    for (String name : new String[] {"team-a", "team-x", "other"}) {
      jdbc.sql(
              """
              insert into group_names (organization_id, connection_id, name, borne_from, group_id)
              values (?, ?, ?, current_timestamp, ?)
              """)
          .params(organization, connection, name, group)
          .update();
    }
    jdbc.sql(
            "insert into claimed_names (organization_id, connection_id, name, matches)"
                + " values (?, ?, 'other', false)")
        .params(organization, connection)
        .update();
    jdbc.sql(
            "insert into claim_receipts (organization_id, user_id, issued_at, received_at)"
                + " values (?, ?, current_timestamp, current_timestamp)")
        .params(organization, user)
        .update();

    database.migratedTo("13.1");

    assertThat(
            jdbc.sql("select name, matches from claimed_names order by name")
                .query((row, _) -> row.getString("name") + " " + row.getBoolean("matches"))
                .list())
        .containsExactly("other false", "team-a true", "team-x false");
    assertThat(jdbc.sql("select subject from token_receipts").query(String.class).list())
        .containsExactly("00u1");
  }
}
