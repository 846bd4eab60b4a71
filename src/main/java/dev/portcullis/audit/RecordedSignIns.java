package dev.portcullis.audit;

import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what each sign-in brought. */
@Component
public class RecordedSignIns {

  /** The most sign-ins that one page shows. */
  public static final int MAX_PAGE = 200;

  private final JdbcClient jdbc;
  private final RecordedSignInRow row;

  RecordedSignIns(JdbcClient jdbc, RecordedSignInRow row) {
    this.jdbc = jdbc;
    this.row = row;
  }

  /** Adds a sign-in; one statement, outside the transaction of the sign-in itself. */
  public void add(UUID organizationId, RecordedSignIn signIn) {
    jdbc.sql(
            """
            insert into sign_ins
              (organization_id, sign_in_id, connection_id, at, trace_id, user_id, subject, email,
               email_key, created, outcome, explanation, claim_verdict, claim_source,
               held_because, brought)
            values
              (:organization, :id, :connection, :at, :trace, :user, :subject, :email, :emailKey,
               :created, :outcome, :explanation, :verdict, :source, :heldBecause, :brought)
            """)
        .param("organization", organizationId)
        .params(row.columns(signIn))
        .update();
  }

  /**
   * Which sign-ins of a connection to look for; an empty part does not narrow.
   *
   * @param user a user's id, an e-mail in any case, or a token's subject
   * @param limit the most that are answered
   */
  public record Query(
      UUID connectionId, Optional<String> user, Optional<Position> before, int limit) {}

  /**
   * A place in the record.
   *
   * @param id the sign-in of that time; empty for the moment before all of that time
   */
  public record Position(Instant at, Optional<UUID> id) {}

  /** The newest sign-ins that match, newest first. */
  @OneTransaction(readOnly = true)
  public List<RecordedSignIn> find(UUID organizationId, Query query) {
    Optional<Position> before = query.before();
    return jdbc.sql(
            """
            select sign_in_id, connection_id, at, trace_id, user_id, subject, email, created,
                   outcome, explanation, claim_verdict, claim_source, held_because, brought
            from sign_ins
            where organization_id = :organization and connection_id = :connection
              and (cast(:user as varchar) is null or cast(user_id as varchar) = :userKey
                   or email_key = :userKey or subject = :user)
              and (cast(:at as timestamp with time zone) is null or at < :at
                   or (at = :at and sign_in_id < cast(:id as uuid)))
            order by at desc, sign_in_id desc
            fetch first :limit rows only
            """)
        .param("organization", organizationId)
        .param("connection", query.connectionId())
        .param("user", query.user().orElse(null))
        .param("userKey", query.user().map(RecordedSignIns::key).orElse(null))
        .param("at", Sql.timestamp(before.map(Position::at)))
        .param("id", before.flatMap(Position::id).orElse(null))
        .param("limit", query.limit())
        .query(row::signIn)
        .list();
  }

  /** The newest sign-in of a user through a connection. */
  @OneTransaction(readOnly = true)
  public Optional<RecordedSignIn> newestOf(UUID organizationId, UUID connectionId, UUID userId) {
    return jdbc.sql(
            """
            select sign_in_id, connection_id, at, trace_id, user_id, subject, email, created,
                   outcome, explanation, claim_verdict, claim_source, held_because, brought
            from sign_ins
            where organization_id = ? and connection_id = ? and user_id = ?
            order by at desc, sign_in_id desc
            fetch first 1 rows only
            """)
        .params(organizationId, connectionId, userId)
        .query(row::signIn)
        .optional();
  }

  /** When a user last signed in and was let in. */
  @OneTransaction(readOnly = true)
  public Optional<Instant> lastOf(UUID organizationId, UUID userId) {
    return jdbc.sql(
            """
            select at from sign_ins
            where organization_id = ? and user_id = ? and outcome = ?
            order by at desc fetch first 1 rows only
            """)
        .params(organizationId, userId, RecordedSignIn.ACCEPTED)
        .query((row, _) -> Sql.instant(row, "at"))
        .optional();
  }

  /** The same of everybody of an organization who ever was; one statement. */
  @OneTransaction(readOnly = true)
  public Map<UUID, Instant> last(UUID organizationId) {
    Map<UUID, Instant> last = new HashMap<>();
    jdbc.sql(
            """
            select user_id, max(at) as at from sign_ins
            where organization_id = ? and outcome = ? and user_id is not null
            group by user_id
            """)
        .params(organizationId, RecordedSignIn.ACCEPTED)
        .query(found -> {
          last.put(found.getObject("user_id", UUID.class), Sql.instant(found, "at"));
        });
    return last;
  }

  /** A text as it is looked for. */
  static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
