package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionChanged;
import dev.portcullis.connection.ConnectionDeleted;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The doorway to who is signed in. A session ends by itself when its person is deactivated, deleted
 * or told off by a raised credential epoch, when its connection is disabled or deleted, and by
 * time; none that ended ever stands again.
 *
 * <p>What is read is committed: whoever is out is out at the next request, on every node.
 */
@Component
public class SignInSessions {

  /** The most sessions of one person; the oldest end when there would be more. */
  static final int MAX_SESSIONS = 20;

  /** The most sessions that one page shows. */
  public static final int MAX_PAGE = 200;

  private final SessionRows rows;
  private final SpentTokenRows spentTokens;
  private final SessionEnds ends;
  private final Connections connections;
  private final Directory directory;

  SignInSessions(
      SessionRows rows,
      SpentTokenRows spentTokens,
      SessionEnds ends,
      Connections connections,
      Directory directory) {
    this.rows = rows;
    this.spentTokens = spentTokens;
    this.ends = ends;
    this.connections = connections;
    this.directory = directory;
  }

  /**
   * A place among the sessions of a connection.
   *
   * @param id the session that started then; empty for the moment before all of that time
   */
  public record Position(Instant startedAt, Optional<UUID> id) {}

  /**
   * Opens a session for somebody who signed in just now; empty if they were deactivated or told
   * off, their connection disabled, or their session at the provider ended, since the sign-in's own
   * transaction.
   *
   * <p>That is decided under locks on the person and on the connection, which whatever ends
   * sessions takes too: whichever comes first, nobody stays in.
   */
  @OneTransaction
  public Optional<OpenSession> open(NewSession asked) {
    Connection connection = asked.connection();
    UUID organizationId = connection.organizationId();
    if (directory.lockSignedIn(connection, asked.person()).isEmpty()) {
      return Optional.empty();
    }
    Optional<Connection> current = connections.lock(organizationId, connection.id());
    if (current.filter(now -> now.settings().enabled()).isEmpty()
        || asked.providerSession().filter(sid -> spentTokens.isOver(connection, sid)).isPresent()) {
      return Optional.empty();
    }
    UUID sessionId = TimeOrderedId.next();
    rows.insert(sessionId, asked);
    rows.trim(organizationId, asked.user().id(), MAX_SESSIONS);
    rows.sweep(current.get());
    return rows.live(organizationId, sessionId).map(SessionRows.Live::session);
  }

  /**
   * The session, if it stands now. One statement, and at most once a minute a second one that notes
   * the request, from which the idle time counts.
   */
  public Optional<OpenSession> live(UUID organizationId, UUID sessionId) {
    Optional<SessionRows.Live> found = rows.live(organizationId, sessionId);
    found.filter(SessionRows.Live::worn).map(SessionRows.Live::session).ifPresent(rows::seen);
    return found.map(SessionRows.Live::session);
  }

  /** Ends a session; one that is over stays so. */
  @OneTransaction
  public void end(UUID organizationId, UUID sessionId) {
    rows.delete(organizationId, sessionId);
  }

  /** A person's sessions that stand, newest first. */
  @OneTransaction(readOnly = true)
  public List<SeenSession> of(UUID organizationId, UUID userId) {
    return rows.of(organizationId, userId).stream().map(SessionRows.Live::seen).toList();
  }

  /** A connection's sessions that stand, newest first. */
  @OneTransaction(readOnly = true)
  public List<SeenSession> of(Connection connection, Optional<Position> before, int limit) {
    return rows.of(connection.organizationId(), connection.id(), before, limit).stream()
        .map(SessionRows.Live::seen)
        .toList();
  }

  /**
   * Ends one session of a person for somebody who may.
   *
   * @return whether the person had it
   */
  @OneTransaction
  public boolean end(Caller caller, UUID userId, UUID sessionId) {
    return ends.one(caller, userId, sessionId);
  }

  /**
   * Ends everything that a person is signed in with, sign-ins under way included: their credential
   * epoch rises, so that every token dies with the sessions.
   *
   * @return whether the organization has such a user
   */
  @OneTransaction
  public boolean endAll(Caller caller, UUID userId) {
    return ends.all(caller, userId);
  }

  /** Ends a disabled connection's sessions in the transaction that disables it. */
  @EventListener
  void follow(ConnectionChanged changed) {
    if (!changed.after().settings().enabled()) {
      rows.deleteAllOf(changed.after());
    }
  }

  /** Ends a deleted connection's sessions in the transaction that deletes it. */
  @EventListener
  void follow(ConnectionDeleted deleted) {
    rows.deleteAllOf(deleted.connection());
  }
}
