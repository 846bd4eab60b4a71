package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.SignInStatement.ClaimedGroups.Absent.Meaning;
import dev.portcullis.organization.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When tokens first came, of those for which it matters: those from a clock ahead of ours, and
 * those without a groups claim. Kept by the token's subject, whoever bears it, so that a person who
 * is deleted and pushed anew does not make an old token new.
 */
@Component
class Receipts {

  /** No provider's ID token lives as long. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final ClaimBringers bringers;

  Receipts(JdbcClient jdbc, ClaimBringers bringers) {
    this.jdbc = jdbc;
    this.bringers = bringers;
  }

  private record Row(Instant receivedAt, @Nullable Boolean absenceIsEmpty) {}

  /**
   * What is settled of a token, now if it was not before.
   *
   * @param now by the database's clock
   */
  Receipt of(Connection connection, SignInStatement statement, Instant now) {
    Optional<Row> first = find(connection, statement);
    boolean absent = statement.groups() instanceof ClaimedGroups.Absent;
    Instant received = first.map(Row::receivedAt).orElse(now);
    Instant time = received.isBefore(statement.issuedAt()) ? received : statement.issuedAt();
    Optional<Boolean> settled = first.flatMap(row -> Optional.ofNullable(row.absenceIsEmpty()));
    if (!absent || settled.isPresent()) {
      if (first.isEmpty() && statement.issuedAt().isAfter(now)) {
        insert(connection, statement, now, null);
      }
      return new Receipt(time, settled.orElse(false), List.of());
    }
    return settle(connection, statement, first, time, now);
  }

  private Receipt settle(
      Connection connection,
      SignInStatement statement,
      Optional<Row> first,
      Instant time,
      Instant now) {
    Meaning meaning = ((ClaimedGroups.Absent) statement.groups()).meaning();
    Optional<String> doubt =
        meaning == Meaning.EMPTY_IF_OTHERS_BRING_ONE
            ? bringers.doubt(connection, statement.subject(), now)
            : Optional.empty();
    boolean empty = meaning != Meaning.HELD && doubt.isEmpty();
    if (first.isPresent()) {
      settleAbsence(connection, statement, empty);
    } else {
      insert(connection, statement, now, empty);
    }
    return new Receipt(time, empty, doubt.stream().toList());
  }

  private Optional<Row> find(Connection connection, SignInStatement statement) {
    return jdbc.sql(
            """
            select received_at, absence_is_empty from token_receipts
            where organization_id = ? and connection_id = ? and subject = ? and issued_at = ?
            """)
        .params(
            connection.organizationId(),
            connection.id(),
            statement.subject(),
            Sql.timestamp(statement.issuedAt()))
        .query((row, _) ->
            new Row(Sql.instant(row, "received_at"), (Boolean) row.getObject("absence_is_empty")))
        .optional();
  }

  private void insert(
      Connection connection,
      SignInStatement statement,
      Instant now,
      @Nullable Boolean absenceIsEmpty) {
    jdbc.sql(
            """
            delete from token_receipts
            where organization_id = ? and connection_id = ? and subject = ? and received_at < ?
            """)
        .params(
            connection.organizationId(),
            connection.id(),
            statement.subject(),
            Sql.timestamp(now.minus(KEPT)))
        .update();
    jdbc.sql(
            """
            insert into token_receipts
              (organization_id, connection_id, subject, issued_at, received_at, absence_is_empty)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(connection.organizationId())
        .param(connection.id())
        .param(statement.subject())
        .param(Sql.timestamp(statement.issuedAt()))
        .param(Sql.timestamp(now))
        .param(absenceIsEmpty)
        .update();
  }

  private void settleAbsence(Connection connection, SignInStatement statement, boolean empty) {
    jdbc.sql(
            """
            update token_receipts set absence_is_empty = ?
            where organization_id = ? and connection_id = ? and subject = ? and issued_at = ?
            """)
        .params(
            empty,
            connection.organizationId(),
            connection.id(),
            statement.subject(),
            Sql.timestamp(statement.issuedAt()))
        .update();
  }
}
