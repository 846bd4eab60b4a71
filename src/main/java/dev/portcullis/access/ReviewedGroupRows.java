package dev.portcullis.access;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the groups that an Admin has confirmed for rules that make Admins. */
@Component
class ReviewedGroupRows {

  private final JdbcClient jdbc;

  ReviewedGroupRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is confirmed, by the identifiers of rules. */
  Map<String, Set<KnownGroup>> all(UUID organizationId) {
    Map<String, Set<KnownGroup>> reviewed = new HashMap<>();
    jdbc.sql("select rule, connection_id, name from group_rule_reviews where organization_id = ?")
        .param(organizationId)
        .query(row -> {
          reviewed
              .computeIfAbsent(row.getString("rule"), _ -> new HashSet<>())
              .add(
                  new KnownGroup(
                      row.getObject("connection_id", UUID.class), row.getString("name")));
        });
    return reviewed;
  }

  /** Adds what is not there yet. */
  void add(Caller caller, String rule, Collection<KnownGroup> groups, Instant at) {
    List<KnownGroup> ordered = List.copyOf(groups);
    jdbc.sql(
            """
            insert into group_rule_reviews
              (organization_id, rule, connection_id, name, reviewed_at, actor_kind, actor_id,
               trace_id)
            select ?, ?, s.connection_id, s.name, ?, ?, ?, ?
            from unnest(cast(? as uuid array), cast(? as varchar array)) as s(connection_id, name)
            """)
        .params(
            caller.organizationId(),
            rule,
            Sql.timestamp(at),
            caller.actor().kind(),
            caller.actor().identifier(),
            caller.traceId(),
            Sql.array("uuid", ordered.stream().map(KnownGroup::connectionId).toList()),
            Sql.array("varchar", ordered.stream().map(KnownGroup::name).toList()))
        .update();
  }
}
