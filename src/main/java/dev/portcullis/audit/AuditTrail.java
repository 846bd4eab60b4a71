package dev.portcullis.audit;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Sql;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes down every change in the transaction that makes it: either both are there or neither.
 *
 * <p>One entry costs one statement.
 */
@Component
public class AuditTrail {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Adds an entry to the trail of the caller's organization.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Caller caller, AuditEntry entry) {
    jdbc.sql(
            """
            insert into audit_entries
              (organization_id, entry_id, at, actor_kind, actor_id, trace_id, action,
               resource_type, resource_id, before_change, after_change)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(caller.organizationId())
        .param(TimeOrderedId.next())
        .param(Sql.timestamp(clock.instant()))
        .param(caller.actor().kind())
        .param(caller.actor().identifier())
        .param(caller.traceId())
        .param(entry.action())
        .param(entry.resourceType())
        .param(entry.resourceId())
        .param(written(entry.before()))
        .param(written(entry.after()))
        .update();
  }

  private @Nullable String written(Optional<Map<String, ?>> state) {
    return state.map(json::writeValueAsString).orElse(null);
  }
}
