package dev.portcullis.signin;

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

/** Takes down in the activity log how each sign-in ended; who it was stands nowhere in it. */
@Component
class SignInRecords {

  private final RequestRecords records;
  private final Clock clock;

  SignInRecords(RequestRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void add(
      Caller caller,
      String connectionName,
      Optional<Connection> connection,
      SignInOutcome outcome,
      Instant start) {
    String name = URLEncoder.encode(connectionName, StandardCharsets.UTF_8);
    records.add(
        caller.organizationId(),
        new RequestRecord(
            start,
            caller.traceId(),
            RequestRecord.Kind.SIGN_IN,
            connection.map(Connection::id),
            "POST",
            "/v1/connections/" + name + "/sign-ins",
            outcome.status(),
            Optional.of(outcome.code()),
            Duration.between(start, clock.instant())));
  }
}
