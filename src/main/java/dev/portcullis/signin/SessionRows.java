package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of sessions, and the view {@code live_sessions} of those that stand. All times are the
 * database's, which all nodes share.
 */
@Component
class SessionRows {

  private static final String COLUMNS =
      """
      s.organization_id, s.session_id, s.user_id, s.connection_id, s.credential_epoch,
      s.provider_session, s.started_at, s.seen_at, s.ends_at
      """;

  private final JdbcClient jdbc;

  SessionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A session that stands.
   *
   * @param seenAt its last request, to the minute
   * @param worn whether that was so long ago that another request must be noted
   */
  record Live(OpenSession session, Instant seenAt, boolean worn) {}

  Optional<Live> live(UUID organizationId, UUID sessionId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                , s.seen_at < clock_timestamp() - interval '1' minute as worn
                from live_sessions s where s.organization_id = ? and s.session_id = ?
                """)
        .params(organizationId, sessionId)
        .query(SessionRows::live)
        .optional();
  }

  /** Notes a request. Of several at once, one does. */
  void seen(OpenSession session) {
    jdbc.sql(
            """
            update sign_in_sessions set seen_at = clock_timestamp()
            where organization_id = ? and session_id = ?
              and seen_at < clock_timestamp() - interval '1' minute
            """)
        .params(session.organizationId(), session.sessionId())
        .update();
  }

  void insert(UUID sessionId, NewSession session) {
    jdbc.sql(
            """
            insert into sign_in_sessions
              (organization_id, session_id, user_id, connection_id, credential_epoch,
               provider_session, started_at, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, clock_timestamp())
            """)
        .param(session.connection().organizationId())
        .param(sessionId)
        .param(session.user().id())
        .param(session.connection().id())
        .param(session.user().credentialEpoch())
        .param(session.providerSession().orElse(null))
        .param(Sql.timestamp(session.signedInAt()))
        .update();
  }

  /** Leaves a person's newest sessions, this many. */
  void trim(UUID organizationId, UUID userId, int most) {
    jdbc.sql(
            """
            delete from sign_in_sessions
            where organization_id = :organization and user_id = :user and session_id not in (
              select k.session_id from sign_in_sessions k
              where k.organization_id = :organization and k.user_id = :user
              order by k.started_at desc, k.session_id desc
              fetch first :most rows only)
            """)
        .param("organization", organizationId)
        .param("user", userId)
        .param("most", most)
        .update();
  }

  /** Clears away what is past a connection's longest time. */
  void sweep(Connection connection) {
    jdbc.sql(
            """
            delete from sign_in_sessions
            where organization_id = ? and connection_id = ?
              and started_at < clock_timestamp() - cast(? as bigint) * interval '1' second
            """)
        .params(
            connection.organizationId(),
            connection.id(),
            connection.settings().sessionMax().toSeconds())
        .update();
  }

  /** Whether there was such a session to delete, standing or not. */
  boolean delete(UUID organizationId, UUID sessionId) {
    return jdbc.sql("delete from sign_in_sessions where organization_id = ? and session_id = ?")
            .params(organizationId, sessionId)
            .update()
        > 0;
  }

  void deleteAllOf(Connection connection) {
    jdbc.sql("delete from sign_in_sessions where organization_id = ? and connection_id = ?")
        .params(connection.organizationId(), connection.id())
        .update();
  }

  private static Live live(ResultSet row, int number) throws SQLException {
    return new Live(session(row), Sql.instant(row, "seen_at"), row.getBoolean("worn"));
  }

  private static OpenSession session(ResultSet row) throws SQLException {
    return new OpenSession(
        row.getObject("organization_id", UUID.class),
        row.getObject("session_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("connection_id", UUID.class),
        row.getLong("credential_epoch"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "ends_at"),
        Optional.ofNullable(row.getString("provider_session")));
  }
}
