package dev.portcullis.signin;

import dev.portcullis.audit.RecordedSignIns;
import dev.portcullis.audit.RequestRecord;
import dev.portcullis.audit.RequestRecords;
import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes down how each sign-in ended: in the activity log, where nobody is named, and, where the
 * connection is known, in the record of sign-ins with all that it brought.
 */
@Component
class SignInRecords {

  private final RequestRecords records;
  private final RecordedSignIns signIns;
  private final Clock clock;

  SignInRecords(RequestRecords records, RecordedSignIns signIns, Clock clock) {
    this.records = records;
    this.signIns = signIns;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void add(
      Caller caller,
      TokenOrigin origin,
      String connectionName,
      Optional<Connection> connection,
      Conclusion conclusion,
      Instant start) {
    Line line =
        new Line(
            origin instanceof TokenOrigin.Hook ? "POST" : "GET",
            path(origin, connectionName),
            conclusion.outcome().status());
    log(caller, line, connection, conclusion, start);
    connection.ifPresent(known ->
        signIns.add(
            caller.organizationId(), SignInAccount.of(caller, known.id(), conclusion, start)));
  }

  /**
   * The request that a sign-in ended with.
   *
   * @param status that it is answered with
   */
  record Line(String method, String path, int status) {}

  /** The same for a browser that is refused before its provider told who it is. */
  void add(Caller caller, Line line, Connection connection, Conclusion conclusion, Instant start) {
    log(caller, line, Optional.of(connection), conclusion, start);
    signIns.add(
        caller.organizationId(), SignInAccount.of(caller, connection.id(), conclusion, start));
  }

  private void log(
      Caller caller,
      Line line,
      Optional<Connection> connection,
      Conclusion conclusion,
      Instant start) {
    records.add(
        caller.organizationId(),
        new RequestRecord(
            start,
            caller.traceId(),
            RequestRecord.Kind.SIGN_IN,
            connection.map(Connection::id),
            line.method(),
            line.path(),
            line.status(),
            Optional.of(conclusion.outcome().code()),
            Duration.between(start, clock.instant())));
  }

  private static String path(TokenOrigin origin, String connectionName) {
    return switch (origin) {
      case TokenOrigin.Hook _ ->
          "/v1/connections/%s/sign-ins"
              .formatted(URLEncoder.encode(connectionName, StandardCharsets.UTF_8));
      case TokenOrigin.Browser _ -> "/login/callback";
    };
  }
}
