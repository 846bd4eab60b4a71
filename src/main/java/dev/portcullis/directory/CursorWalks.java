package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.directory.query.Matches;
import dev.portcullis.directory.query.SqlPart;
import dev.portcullis.organization.Sql;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders in which walks go that cannot go by id, each fixed when its walk began. */
@Component
class CursorWalks {

  /** The most resources that a walk can lead through. */
  static final int MAX_STEPS = 200_000;

  /** How long a walk can go on. */
  static final Duration LIFETIME = Duration.ofHours(1);

  /** The most walks over their time that the beginning of a new one removes. */
  private static final int MOST_REMOVED = 10;

  private final JdbcClient jdbc;

  CursorWalks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Fixes the order of what matches; empty if there is too much of it. */
  Optional<UUID> begun(Connection connection, Matches matches, Instant now) {
    removeExpired(now);
    UUID walkId = TimeOrderedId.next();
    jdbc.sql(
            """
            insert into cursor_walks (organization_id, walk_id, connection_id, steps, expires_at)
            values (?, ?, ?, 0, ?)
            """)
        .params(
            connection.organizationId(), walkId, connection.id(), Sql.timestamp(now.plus(LIFETIME)))
        .update();
    int steps = writeSteps(connection, walkId, matches.ranked());
    if (steps > MAX_STEPS) {
      remove(connection, walkId);
      return Optional.empty();
    }
    jdbc.sql("update cursor_walks set steps = ? where organization_id = ? and walk_id = ?")
        .params(steps, connection.organizationId(), walkId)
        .update();
    return Optional.of(walkId);
  }

  /** One more than the bound is written, so that it shows. */
  private int writeSteps(Connection connection, UUID walkId, SqlPart ranked) {
    return jdbc.sql(
            """
            insert into cursor_steps (organization_id, walk_id, step, resource_type, resource_id)
            select ?, ?, cast(r.position - 1 as integer), r.resource_type, r.resource_id from (\
            """
                + ranked.text()
                + ") r where r.position <= ?")
        .params(connection.organizationId(), walkId)
        .params(ranked.parameters())
        .param(MAX_STEPS + 1)
        .update();
  }

  private void remove(Connection connection, UUID walkId) {
    jdbc.sql("delete from cursor_walks where organization_id = ? and walk_id = ?")
        .params(connection.organizationId(), walkId)
        .update();
  }

  /** Removes some walks over their time, whosever they are. */
  private void removeExpired(Instant now) {
    jdbc.sql(
            """
            delete from cursor_walks where walk_id in (
              select w.walk_id from cursor_walks w where w.expires_at <= ?
              order by w.expires_at fetch next ? rows only)
            """)
        .params(Sql.timestamp(now), MOST_REMOVED)
        .update();
  }

  /** How many steps a connection's walk has, if it is not over its time. */
  Optional<Integer> steps(Connection connection, UUID walkId, Instant now) {
    return jdbc.sql(
            """
            select steps from cursor_walks
            where organization_id = ? and walk_id = ? and connection_id = ? and expires_at > ?
            """)
        .params(connection.organizationId(), walkId, connection.id(), Sql.timestamp(now))
        .query(Integer.class)
        .optional();
  }

  /** What stands at the steps of a walk from one on. */
  List<UUID> resources(Connection connection, Cursor.AtStep from, int count) {
    return jdbc.sql(
            """
            select resource_id from cursor_steps
            where organization_id = ? and walk_id = ? and step >= ? and step < ? order by step
            """)
        .params(connection.organizationId(), from.walkId(), from.step(), (long) from.step() + count)
        .query((row, _) -> row.getObject("resource_id", UUID.class))
        .list();
  }
}
