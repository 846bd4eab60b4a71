package dev.portcullis.audit;

import dev.portcullis.audit.ChainEntry.PartDigest;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the chain of seals lies in its tables. */
@Component
class ChainRows {

  private static final String COLUMNS =
      """
      select organization_id, entry_id, at, actor_kind, actor_id, trace_id, action, resource_type,
             resource_id, blueprint, before_change, after_change, listed, parts, sequence, hash
      from audit_entries
      """;

  private final JdbcClient jdbc;

  ChainRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every organization that has something to seal; a look into the index for each. */
  List<UUID> organizationsWithUnsealed() {
    return jdbc.sql(
            """
            select o.organization_id from organizations o
            where (select e.entry_id from audit_entries e
                   where e.organization_id = o.organization_id and e.sequence is null
                   fetch first 1 row only) is not null
            """)
        .query((row, _) -> row.getObject("organization_id", UUID.class))
        .list();
  }

  /** The head, held until the transaction ends, so that one node seals at a time. */
  ChainHead lockedHead(UUID organizationId) {
    Optional<ChainHead> head =
        jdbc.sql("select sequence, hash from audit_heads where organization_id = ? for update")
            .param(organizationId)
            .query(ChainRows::head)
            .optional();
    if (head.isEmpty()) {
      jdbc.sql("insert into audit_heads (organization_id, sequence, hash) values (?, ?, ?)")
          .params(organizationId, ChainHead.NONE.sequence(), ChainHead.NONE.hash())
          .update();
    }
    return head.orElse(ChainHead.NONE);
  }

  ChainHead head(UUID organizationId) {
    return jdbc.sql("select sequence, hash from audit_heads where organization_id = ?")
        .param(organizationId)
        .query(ChainRows::head)
        .optional()
        .orElse(ChainHead.NONE);
  }

  /**
   * What is committed and not sealed, the oldest first. Not what is newer than the last seal: a
   * long transaction commits entries that are older.
   */
  List<ChainEntry> unsealed(UUID organizationId, int limit) {
    return withParts(
        organizationId,
        jdbc.sql(
                COLUMNS
                    + """
                    where organization_id = ? and sequence is null
                    order by at, entry_id fetch first ? rows only
                    """)
            .params(organizationId, limit));
  }

  long countUnsealed(UUID organizationId) {
    return jdbc.sql(
            "select count(*) from audit_entries where organization_id = ? and sequence is null")
        .param(organizationId)
        .query(Long.class)
        .single();
  }

  /**
   * What is sealed behind a place, in the order of the seals.
   *
   * @param last the last place that is wanted
   */
  List<ChainEntry> behind(UUID organizationId, long sequence, long last, int limit) {
    return withParts(
        organizationId,
        jdbc.sql(
                COLUMNS
                    + """
                    where organization_id = ? and sequence > ? and sequence <= ?
                    order by sequence fetch first ? rows only
                    """)
            .params(organizationId, sequence, last, limit));
  }

  /** An entry that stands behind the head, as none can; one statement, for the head moves on. */
  Optional<ChainEntry> beyondHead(UUID organizationId) {
    return withParts(
            organizationId,
            jdbc.sql(
                    COLUMNS
                        + """
                        where organization_id = ? and sequence > coalesce(
                          (select h.sequence from audit_heads h where h.organization_id = ?), 0)
                        order by sequence fetch first 1 row only
                        """)
                .params(organizationId, organizationId))
        .stream()
        .findFirst();
  }

  void seal(UUID organizationId, Map<UUID, ChainHead> seals, ChainHead head) {
    List<UUID> ids = List.copyOf(seals.keySet());
    List<ChainHead> places = ids.stream().map(seals::get).toList();
    jdbc.sql(
            """
            merge into audit_entries e
            using (
              select * from unnest(cast(:organizations as uuid array), cast(:ids as uuid array),
                  cast(:sequences as bigint array), cast(:hashes as varchar array))
                as s(organization_id, entry_id, sequence, hash)) s
            on e.organization_id = s.organization_id and e.entry_id = s.entry_id
            when matched then update set sequence = s.sequence, hash = s.hash
            """)
        .param("organizations", Sql.repeated("uuid", organizationId, ids))
        .param("ids", Sql.array("uuid", ids))
        .param("sequences", Sql.array("bigint", places.stream().map(ChainHead::sequence).toList()))
        .param("hashes", Sql.array("varchar", places.stream().map(ChainHead::hash).toList()))
        .update();
    jdbc.sql("update audit_heads set sequence = ?, hash = ? where organization_id = ?")
        .params(head.sequence(), head.hash(), organizationId)
        .update();
  }

  private List<ChainEntry> withParts(UUID organizationId, JdbcClient.StatementSpec query) {
    Map<UUID, Integer> counts = new LinkedHashMap<>();
    List<ChainEntry> entries =
        query
            .query((row, _) -> {
              ChainEntry entry = entry(row);
              counts.put(entry.id(), row.getInt("parts"));
              return entry;
            })
            .list();
    List<ChainEntry> whole = new ArrayList<>();
    for (ChainEntry entry : entries) {
      // One at a time, for they are rare and may be large.
      whole.add(
          counts.getOrDefault(entry.id(), 0) == 0
              ? entry
              : entry.withParts(partsOf(organizationId, entry.id())));
    }
    return whole;
  }

  private List<PartDigest> partsOf(UUID organizationId, UUID entryId) {
    return jdbc.sql(
            """
            select list_name, content from audit_parts
            where organization_id = ? and entry_id = ? order by part
            """)
        .params(organizationId, entryId)
        .query((row, _) -> PartDigest.of(row.getString("list_name"), row.getString("content")))
        .list();
  }

  private static ChainHead head(ResultSet row, int number) throws SQLException {
    return new ChainHead(row.getLong("sequence"), row.getString("hash"));
  }

  private static ChainEntry entry(ResultSet row) throws SQLException {
    return new ChainEntry(
        row.getObject("organization_id", UUID.class),
        row.getObject("entry_id", UUID.class),
        Sql.instant(row, "at"),
        row.getString("actor_kind"),
        row.getString("actor_id"),
        row.getString("trace_id"),
        row.getString("action"),
        row.getString("resource_type"),
        row.getString("resource_id"),
        row.getString("blueprint"),
        row.getString("before_change"),
        row.getString("after_change"),
        row.getString("listed"),
        List.of(),
        seal(row));
  }

  private static Optional<ChainHead> seal(ResultSet row) throws SQLException {
    String hash = row.getString("hash");
    return row.getObject("sequence") == null
        ? Optional.empty()
        : Optional.of(new ChainHead(row.getLong("sequence"), hash == null ? "" : hash));
  }
}
