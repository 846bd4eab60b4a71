package dev.portcullis.audit;

import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds entries of the trail, newest first, and the requests that things came through. */
@Component
class LogRows {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  LogRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<LoggedEvent> entries(UUID organizationId, LogQuery query, LogPosition behind, int limit) {
    if (query.succeeded().filter(wanted -> !wanted).isPresent()) {
      // What was refused left no change behind.
      return List.of();
    }
    Conditions conditions =
        new Conditions(organizationId, "entry_id", behind, limit)
            .narrowedBy(query)
            .oneOf("resource_type", "types", query.resourceTypes())
            .oneOf("blueprint", "blueprints", query.blueprints())
            .oneOf("actor_kind", "actors", query.actorKinds())
            .oneOf("action", "actions", query.actions());
    query.entity().ifPresent(entity -> about(conditions.with("resource_type = 'entity'"), entity));
    query.resourceId().ifPresent(id -> about(conditions, id));
    return jdbc.sql(
            """
            select entry_id, at, actor_kind, actor_id, trace_id, action, resource_type,
                   resource_id, blueprint, before_change, after_change, listed, parts, sequence,
                   hash
            from audit_entries
            """
                + conditions.sql())
        .params(conditions.parameters())
        .query(this::entry)
        .list();
  }

  private static void about(Conditions conditions, String resourceId) {
    String name = "resource" + conditions.parameters().size();
    conditions
        .with("resource_key = :" + name, name, AuditTrail.key(resourceId))
        .with("resource_id = :whole" + name, "whole" + name, resourceId);
  }

  List<AuditLog.KnownEntity> entitiesOf(
      UUID organizationId, Optional<String> entity, Optional<UUID> eventId, int limit) {
    return jdbc.sql(
            """
            select distinct blueprint, resource_id from audit_entries
            where organization_id = :organization and resource_type = 'entity'
              and blueprint is not null
              and (cast(:event as uuid) is null or entry_id = :event)
              and (cast(:key as varchar) is null or (resource_key = :key and resource_id = :entity))
            order by blueprint, resource_id fetch first :limit rows only
            """)
        .param("organization", organizationId)
        .param("event", eventId.orElse(null))
        .param("key", entity.map(AuditTrail::key).orElse(null))
        .param("entity", entity.orElse(null))
        .param("limit", limit)
        .query((row, _) ->
            new AuditLog.KnownEntity(row.getString("blueprint"), row.getString("resource_id")))
        .list();
  }

  /** By which requests these came, by trace id; one statement. */
  Map<String, LoggedEvent.Request> requests(UUID organizationId, Set<String> traceIds) {
    Map<String, LoggedEvent.Request> requests = new HashMap<>();
    if (!traceIds.isEmpty()) {
      jdbc.sql(
              """
              select r.trace_id, r.kind, r.method, r.target, r.status
              from unnest(cast(? as uuid array), cast(? as varchar array))
                as s(organization_id, trace_id)
              join request_records r
                on r.organization_id = s.organization_id and r.trace_id = s.trace_id
              """)
          .params(Sql.repeated("uuid", organizationId, traceIds), Sql.array("varchar", traceIds))
          .query(row -> {
            requests.put(
                row.getString("trace_id"),
                new LoggedEvent.Request(
                    row.getString("kind"),
                    row.getString("method"),
                    row.getString("target"),
                    row.getInt("status")));
          });
    }
    return requests;
  }

  /** A part of the long lists of an entry. */
  Optional<LogPart> part(UUID organizationId, UUID entryId, int part) {
    return jdbc.sql(
            """
            select list_name, content from audit_parts
            where organization_id = ? and entry_id = ? and part = ?
            """)
        .params(organizationId, entryId, part)
        .query((row, _) -> new LogPart(row.getString("list_name"), row.getString("content")))
        .optional();
  }

  private LoggedEvent entry(ResultSet row, int number) throws SQLException {
    String listed = row.getString("listed");
    Map<String, Object> more = new HashMap<>();
    if (listed != null) {
      more.put("counts", json.readValue(listed, Map.class));
    }
    String hash = row.getString("hash");
    return new LoggedEvent(
        row.getObject("entry_id", UUID.class),
        Sql.instant(row, "at"),
        row.getString("action"),
        row.getString("resource_type"),
        row.getString("resource_id"),
        true,
        row.getString("actor_kind"),
        row.getString("actor_id"),
        row.getString("trace_id"),
        Optional.ofNullable(row.getString("blueprint")),
        Optional.ofNullable(row.getString("before_change")),
        Optional.ofNullable(row.getString("after_change")),
        more,
        Optional.empty(),
        hash == null ? Optional.empty() : Optional.of(new ChainHead(row.getLong("sequence"), hash)),
        Optional.empty(),
        row.getInt("parts"));
  }
}
