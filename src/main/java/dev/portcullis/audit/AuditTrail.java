package dev.portcullis.audit;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Sql;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes down every change in the transaction that makes it: either both are there or neither. The
 * {@link AuditChain} seals the entries afterwards.
 *
 * <p>One entry, or several at once, cost one statement, and a second one where a list is longer
 * than {@value LongLists#SHOWN}.
 */
@Component
public class AuditTrail {

  private static final String INSERT =
      """
      insert into audit_entries
        (organization_id, entry_id, at, actor_kind, actor_id, trace_id, action, resource_type,
         resource_id, resource_key, blueprint, before_change, after_change, listed, parts)
      values
      """;

  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final int MAX_RESOURCE_ID = 1_000;

  /** Characters of an identifier that an index of PostgreSQL takes, whatever they are. */
  private static final int KEY = 100;

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
    record(caller, List.of(entry));
  }

  /** Adds what one change did to several things; a handful, for all go into one statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Caller caller, List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<@Nullable Object> columns = new ArrayList<>();
    Map<UUID, List<LongLists.Part>> parts = new LinkedHashMap<>();
    for (AuditEntry entry : entries) {
      UUID id = TimeOrderedId.next();
      LongLists lists = LongLists.of(entry, json);
      parts.put(id, lists.parts());
      columns.addAll(columns(caller, id, entry, lists));
    }
    jdbc.sql(INSERT + String.join(", ", Collections.nCopies(entries.size(), ROW)))
        .params(columns)
        .update();
    parts.forEach((id, some) -> addParts(caller.organizationId(), id, some));
  }

  private List<@Nullable Object> columns(
      Caller caller, UUID id, AuditEntry entry, LongLists lists) {
    String resourceId = Shortened.to(MAX_RESOURCE_ID, entry.resourceId());
    return Arrays.asList(
        caller.organizationId(),
        id,
        Sql.timestamp(clock.instant()),
        caller.actor().kind(),
        caller.actor().identifier(),
        caller.traceId(),
        entry.action(),
        entry.resourceType(),
        resourceId,
        key(resourceId),
        entry.blueprint().map(AuditTrail::key).orElse(null),
        written(lists.before()),
        written(lists.after()),
        lists.counts().isEmpty() ? null : json.writeValueAsString(lists.counts()),
        lists.parts().size());
  }

  /** As much of an identifier as the index has. */
  static String key(String resourceId) {
    return Shortened.to(KEY, resourceId);
  }

  private void addParts(UUID organizationId, UUID entryId, List<LongLists.Part> parts) {
    if (parts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into audit_parts (organization_id, entry_id, part, list_name, content)
            select :organization, :entry, s.part, s.list_name, s.content
            from unnest(cast(:numbers as integer array), cast(:names as varchar array),
                cast(:contents as varchar array)) as s(part, list_name, content)
            """)
        .param("organization", organizationId)
        .param("entry", entryId)
        .param("numbers", Sql.array("integer", IntStream.range(0, parts.size()).boxed().toList()))
        .param("names", Sql.array("varchar", parts.stream().map(LongLists.Part::list).toList()))
        .param(
            "contents", Sql.array("varchar", parts.stream().map(LongLists.Part::content).toList()))
        .update();
  }

  private @Nullable String written(Optional<Map<String, ?>> state) {
    return state.map(json::writeValueAsString).orElse(null);
  }
}
