package dev.portcullis.audit;

import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.Sql;
import dev.portcullis.organization.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The activity log: what each SCIM request and sign-in ended with. */
@Component
public class RequestRecords {

  /** The most records that one query answers. */
  public static final int MAX_PAGE = 1_000;

  private static final int MAX_TARGET = 300;
  private static final int MAX_DETAIL = 500;

  private final JdbcClient jdbc;

  RequestRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a record; one statement, outside the transaction of the request itself. */
  public void add(UUID organizationId, RequestRecord record) {
    jdbc.sql(
            """
            insert into request_records
              (organization_id, record_id, at, trace_id, kind, connection_id, method, target,
               status, detail, duration_micros)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(organizationId)
        .param(TimeOrderedId.next())
        .param(Sql.timestamp(record.at()))
        .param(record.traceId())
        .param(record.kind().name())
        .param(record.connectionId().orElse(null))
        .param(record.method())
        .param(Shortened.to(MAX_TARGET, record.target()))
        .param(record.status())
        .param(record.detail().map(detail -> Shortened.to(MAX_DETAIL, detail)).orElse(null))
        .param(record.duration().toNanos() / 1_000)
        .update();
  }

  /** What to look for; an empty part does not narrow. */
  public record Query(
      Optional<String> traceId,
      Optional<UUID> connectionId,
      Optional<RequestRecord.Kind> kind,
      Optional<Instant> from,
      Optional<Instant> to) {}

  /** The newest records of an organization that match, newest first, {@value #MAX_PAGE} at most. */
  @OneTransaction(readOnly = true)
  public List<RequestRecord> find(UUID organizationId, Query query) {
    return jdbc.sql(
            """
            select at, trace_id, kind, connection_id, method, target, status, detail,
                   duration_micros
            from request_records
            where organization_id = :organization
              and (cast(:trace as varchar) is null or trace_id = :trace)
              and (cast(:connection as uuid) is null or connection_id = :connection)
              and (cast(:kind as varchar) is null or kind = :kind)
              and (cast(:from as timestamp with time zone) is null or at >= :from)
              and (cast(:to as timestamp with time zone) is null or at <= :to)
            order by record_id desc
            fetch first 1000 rows only
            """)
        .param("organization", organizationId)
        .param("trace", query.traceId().orElse(null))
        .param("connection", query.connectionId().orElse(null))
        .param("kind", query.kind().map(Enum::name).orElse(null))
        .param("from", Sql.timestamp(query.from()))
        .param("to", Sql.timestamp(query.to()))
        .query(RequestRecords::recorded)
        .list();
  }

  private static RequestRecord recorded(ResultSet row, int number) throws SQLException {
    return new RequestRecord(
        Sql.instant(row, "at"),
        row.getString("trace_id"),
        RequestRecord.Kind.valueOf(row.getString("kind")),
        optionalId(row.getObject("connection_id", UUID.class)),
        row.getString("method"),
        row.getString("target"),
        row.getInt("status"),
        Optional.ofNullable(row.getString("detail")),
        Duration.ofNanos(row.getLong("duration_micros") * 1_000));
  }

  private static Optional<UUID> optionalId(@Nullable UUID id) {
    return Optional.ofNullable(id);
  }
}
