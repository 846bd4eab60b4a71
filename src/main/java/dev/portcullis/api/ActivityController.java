package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.audit.RequestRecord;
import dev.portcullis.audit.RequestRecords;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The activity log: SCIM requests, sign-ins and refusals, newest first. */
@RestController
class ActivityController {

  private final RequestRecords records;
  private final Connections connections;

  ActivityController(RequestRecords records, Connections connections) {
    this.records = records;
    this.connections = connections;
  }

  /** {@code connection} is missing where it was deleted since; its id stays. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActivityRepresentation(
      Instant at,
      String traceId,
      String kind,
      @Nullable String connection,
      @Nullable UUID connectionId,
      String method,
      String target,
      int status,
      @Nullable String detail,
      long durationMicros) {}

  record Reply(boolean ok, List<ActivityRepresentation> activity) {}

  @GetMapping("/v1/activity")
  Reply list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String trace,
      @RequestParam(defaultValue = "") String connection,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    Map<UUID, String> names =
        connections.all(caller.organizationId()).stream()
            .collect(Collectors.toMap(Connection::id, Connection::name));
    RequestRecords.Query query =
        new RequestRecords.Query(
            given(trace),
            given(connection).map(name -> idOf(names, name)),
            given(kind).map(ActivityController::kind),
            given(from).map(text -> instant("from", text)),
            given(to).map(text -> instant("to", text)));
    return new Reply(
        true,
        records.find(caller.organizationId(), query).stream()
            .map(record -> represented(record, names))
            .toList());
  }

  private static Optional<String> given(String parameter) {
    return Optional.of(parameter).filter(text -> !text.isEmpty());
  }

  private static UUID idOf(Map<UUID, String> names, String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> ConnectionsController.notFound(name));
  }

  private static RequestRecord.Kind kind(String text) {
    return Arrays.stream(RequestRecord.Kind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> RequestFault.invalid("kind", "`kind` must be `SCIM`, `SIGN_IN` or `LOGOUT`"));
  }

  private static Instant instant(String parameter, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw RequestFault.invalid(
          parameter, "`" + parameter + "` must be a time such as 2030-01-31T12:00:00Z");
    }
  }

  private static ActivityRepresentation represented(RequestRecord record, Map<UUID, String> names) {
    return new ActivityRepresentation(
        record.at(),
        record.traceId(),
        record.kind().name(),
        record.connectionId().map(names::get).orElse(null),
        record.connectionId().orElse(null),
        record.method(),
        record.target(),
        record.status(),
        record.detail().orElse(null),
        record.duration().toNanos() / 1_000);
  }
}
