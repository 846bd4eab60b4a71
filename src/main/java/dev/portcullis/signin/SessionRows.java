package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
   * @param worn whether its last request was so long ago that another must be noted
   */
  record Live(OpenSession session, Instant seenAt, boolean worn) {

    SeenSession seen() {
      return new SeenSession(session, seenAt);
    }
  }

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

  /** A person's sessions that stand, newest first; as many as {@link #trim} leaves at most. */
  List<Live> of(UUID organizationId, UUID userId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                , false as worn from live_sessions s
                where s.organization_id = ? and s.user_id = ?
                order by s.started_at desc, s.session_id desc
                """)
        .params(organizationId, userId)
        .query(SessionRows::live)
        .list();
  }

  /** A connection's sessions that stand, newest first. */
  List<Live> of(
      UUID organizationId, UUID connectionId, Optional<SignInSessions.Position> before, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                , false as worn from live_sessions s
                where s.organization_id = :organization and s.connection_id = :connection
                  and (cast(:at as timestamp with time zone) is null or s.started_at < :at
                       or (s.started_at = :at and s.session_id < cast(:id as uuid)))
                order by s.started_at desc, s.session_id desc
                fetch first :limit rows only
                """)
        .param("organization", organizationId)
        .param("connection", connectionId)
        .param("at", Sql.timestamp(before.map(SignInSessions.Position::startedAt)))
        .param("id", before.flatMap(SignInSessions.Position::id).orElse(null))
        .param("limit", limit)
        .query(SessionRows::live)
        .list();
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

  void delete(UUID organizationId, UUID sessionId) {
    jdbc.sql("delete from sign_in_sessions where organization_id = ? and session_id = ?")
        .params(organizationId, sessionId)
        .update();
  }

  /** Whether the person had such a session to delete, standing or not. */
  boolean delete(UUID organizationId, UUID userId, UUID sessionId) {
    return jdbc.sql(
                """
                delete from sign_in_sessions
                where organization_id = ? and session_id = ? and user_id = ?
                """)
            .params(organizationId, sessionId, userId)
            .update()
        > 0;
  }

  void deleteAllOf(UUID organizationId, UUID userId) {
    jdbc.sql("delete from sign_in_sessions where organization_id = ? and user_id = ?")
        .params(organizationId, userId)
        .update();
  }

  /** Which session of whom. */
  record Key(UUID userId, UUID sessionId) {}

  /** The sessions, standing or not, that rest on one of the provider's. */
  List<Key> ofProviderSession(UUID organizationId, UUID connectionId, String providerSession) {
    return jdbc.sql(
            """
            select user_id, session_id from sign_in_sessions
            where organization_id = ? and connection_id = ? and provider_session = ?
            order by session_id
            """)
        .params(organizationId, connectionId, providerSession)
        .query((row, _) ->
            new Key(row.getObject("user_id", UUID.class), row.getObject("session_id", UUID.class)))
        .list();
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
