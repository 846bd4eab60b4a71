package dev.portcullis.scim;

import dev.portcullis.audit.RequestRecord;
import dev.portcullis.audit.RequestRecords;
import dev.portcullis.connection.ScimCredentials;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes down in the activity log how each SCIM request ended; one statement a request. */
@Component
class ScimActivity {

  private static final Logger LOG = LoggerFactory.getLogger(ScimActivity.class);

  private final RequestRecords records;
  private final Clock clock;

  ScimActivity(RequestRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** When a request began, by the wall and by a clock that never jumps. */
  record Started(Instant at, long nanoTime) {}

  Started start() {
    return new Started(clock.instant(), System.nanoTime());
  }

  /**
   * Adds the record of a request that is answered. What the request changed stays, and so does the
   * answer, even where the record cannot be stored: the client would only repeat what is done.
   */
  void record(
      Started started, ScimCredentials.Accepted client, HttpServletRequest request, int status) {
    RequestRecord record =
        new RequestRecord(
            started.at(),
            client.caller().traceId(),
            RequestRecord.Kind.SCIM,
            Optional.of(client.connection().id()),
            request.getMethod(),
            request.getRequestURI(),
            status,
            RequestAttributes.notes(request).text(),
            Duration.ofNanos(System.nanoTime() - started.nanoTime()));
    try {
      records.add(client.caller().organizationId(), record);
    } catch (DataAccessException e) {
      LOG.error("request {} is answered but not in the activity log", record.traceId(), e);
    }
  }
}
