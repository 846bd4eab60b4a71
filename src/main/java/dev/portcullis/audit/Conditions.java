package dev.portcullis.audit;

import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What narrows one page of the log, newest first. Only conditions that are wanted are written, so
 * that each plan can follow an index; values always go in as parameters.
 */
final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
  private final String id;

  /**
   * Begins behind a place.
   *
   * @param id the column that decides between events of the same time
   */
  Conditions(UUID organizationId, String id, LogPosition behind, int limit) {
    this.id = id;
    with("organization_id = :organization", "organization", organizationId);
    with("at <= :behind", "behind", Sql.timestamp(behind.at()));
    with("(at < :behind or " + id + " < :behindId)", "behindId", behind.id());
    parameters.put("limit", limit);
  }

  Conditions with(String condition, String name, Object value) {
    conditions.add(condition);
    parameters.put(name, value);
    return this;
  }

  Conditions with(String condition) {
    conditions.add(condition);
    return this;
  }

  /** A column that has one of a few values. */
  Conditions oneOf(String column, String name, Optional<Set<String>> values) {
    values.ifPresent(some -> {
      if (some.isEmpty()) {
        conditions.add("1 = 0");
      } else {
        with(column + " in (:" + name + ")", name, List.copyOf(some));
      }
    });
    return this;
  }

  /** What every kind of event has. */
  Conditions narrowedBy(LogQuery query) {
    query.id().ifPresent(wanted -> with(id + " = :id", "id", wanted));
    query.traceId().ifPresent(trace -> with("trace_id = :trace", "trace", trace));
    query.from().map(Conditions::time).ifPresent(from -> with("at >= :from", "from", from));
    query.to().map(Conditions::time).ifPresent(to -> with("at <= :to", "to", to));
    return this;
  }

  private static Object time(Instant instant) {
    return Sql.timestamp(instant);
  }

  String sql() {
    return " where "
        + String.join(" and ", conditions)
        + " order by at desc, "
        + id
        + " desc fetch first :limit rows only";
  }

  Map<String, @Nullable Object> parameters() {
    return parameters;
  }
}
