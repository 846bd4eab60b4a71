package dev.portcullis.audit;

import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shows SCIM requests and providers' logouts as events of the log. Where nobody asks for them by
 * name, only refused ones that would have changed something: what succeeded left entries, and reads
 * are many.
 */
@Component
class RecordedRequestEvents {

  private static final String ACTOR = "identity-provider";

  private static final int REFUSED_FROM = 400;

  private final JdbcClient jdbc;

  RecordedRequestEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<LoggedEvent> find(UUID organizationId, LogQuery query, LogPosition behind, int limit) {
    boolean scim = query.wants(LoggedEvent.SCIM);
    boolean logout = query.wants(LoggedEvent.LOGOUT);
    if (query.isAboutEntries() || !query.wantsActor(ACTOR) || !scim && !logout) {
      return List.of();
    }
    Conditions conditions =
        new Conditions(organizationId, "record_id", behind, limit)
            .narrowedBy(query)
            .oneOf("kind", "kinds", Optional.of(kinds(scim, logout)))
            .oneOf("method", "methods", query.actions().map(RecordedRequestEvents::methods));
    query
        .succeeded()
        .ifPresent(wanted ->
            conditions.with(
                wanted ? "status < :refused" : "status >= :refused", "refused", REFUSED_FROM));
    if (query.resourceTypes().isEmpty() && query.id().isEmpty() && query.traceId().isEmpty()) {
      conditions.with("status >= " + REFUSED_FROM).with("method <> 'GET'");
    }
    return jdbc.sql(
            """
            select record_id, at, trace_id, kind, connection_id, method, target, status, detail,
                   duration_micros
            from request_records
            """
                + conditions.sql())
        .params(conditions.parameters())
        .query(RecordedRequestEvents::event)
        .list();
  }

  private static Set<String> kinds(boolean scim, boolean logout) {
    if (scim && logout) {
      return Set.of(RequestRecord.Kind.SCIM.name(), RequestRecord.Kind.LOGOUT.name());
    }
    return Set.of((scim ? RequestRecord.Kind.SCIM : RequestRecord.Kind.LOGOUT).name());
  }

  private static Set<String> methods(Set<String> actions) {
    return METHODS.entrySet().stream()
        .filter(method -> actions.contains(method.getValue()))
        .map(Map.Entry::getKey)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** What each method wants done. */
  private static final Map<String, String> METHODS =
      Map.of(
          "GET", "READ",
          "HEAD", "READ",
          "POST", "CREATE",
          "PUT", "UPDATE",
          "PATCH", "UPDATE",
          "DELETE", "DELETE");

  private static LoggedEvent event(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("record_id", UUID.class);
    UUID connection = row.getObject("connection_id", UUID.class);
    String method = row.getString("method");
    int status = row.getInt("status");
    boolean scim = RequestRecord.Kind.SCIM.name().equals(row.getString("kind"));
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("durationMicros", row.getLong("duration_micros"));
    return new LoggedEvent(
        id,
        Sql.instant(row, "at"),
        METHODS.getOrDefault(method, method),
        scim ? LoggedEvent.SCIM : LoggedEvent.LOGOUT,
        row.getString("target"),
        status < REFUSED_FROM,
        ACTOR,
        connection == null ? "" : connection.toString(),
        row.getString("trace_id"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        more,
        Optional.ofNullable(row.getString("detail")),
        Optional.empty(),
        Optional.of(
            new LoggedEvent.Request(
                row.getString("kind"), method, row.getString("target"), status)),
        0);
  }
}
