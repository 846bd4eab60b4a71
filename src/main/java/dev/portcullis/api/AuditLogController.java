package dev.portcullis.api;

import dev.portcullis.access.AuditReach;
import dev.portcullis.access.AuditReading;
import dev.portcullis.audit.AuditLog;
import dev.portcullis.audit.LogPart;
import dev.portcullis.audit.LogPosition;
import dev.portcullis.audit.LogQuery;
import dev.portcullis.audit.LoggedEvent;
import dev.portcullis.directory.Memberships;
import dev.portcullis.organization.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log, newest first: the list in Port's shape, and what lies beside an entry. */
@RestController
class AuditLogController {

  private final AuditReading reading;
  private final AuditLog log;
  private final Memberships memberships;
  private final JsonMapper json;

  AuditLogController(AuditReading reading, AuditLog log, Memberships memberships, JsonMapper json) {
    this.reading = reading;
    this.log = log;
    this.memberships = memberships;
    this.json = json;
  }

  /** Streams, for Port's default is ten thousand entries. */
  @GetMapping("/v1/audit-log")
  void list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    AuditLogQuery wanted = AuditLogQuery.of(request);
    LogPosition behind = AuditCursor.place(after);
    Optional<LogQuery> query = permitted(caller, wanted, request);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    // Closed only when it is whole: closing sends what is there, and a failure must not look whole.
    JsonGenerator out = json.createGenerator(response.getOutputStream());
    out.writeStartObject().writeBooleanProperty("ok", true).writeName("audits").writeStartArray();
    Optional<LogPosition> next =
        query.flatMap(allowed ->
            log.pages(
                caller.organizationId(),
                allowed,
                behind,
                wanted.limit(),
                page ->
                    shown(caller.organizationId(), page, wanted.includes())
                        .forEach(out::writePOJO)));
    out.writeEndArray();
    next.ifPresent(place -> out.writeStringProperty("next", AuditCursor.of(place)));
    out.writeEndObject();
    out.close();
  }

  private Optional<LogQuery> permitted(
      Caller caller, AuditLogQuery wanted, HttpServletRequest request) {
    AuditReach reach = reading.of(caller, wanted.query());
    return switch (reach) {
      case AuditReach.Within _ when wanted.unknown() -> Optional.empty();
      case AuditReach.Within(LogQuery query) -> Optional.of(query);
      case AuditReach.Unnamed _ when AuditLogQuery.namesSomething(request) -> Optional.empty();
      case AuditReach.Unnamed _ ->
          throw RequestFault.forbidden(
              "your role lets you read of what you can access: name it by `identifier`, `entity`"
                  + " or `run_id`; an Admin or an API client may read the whole log");
    };
  }

  /** Events as they are shown, with the e-mails of whoever acted; one statement a page. */
  List<Map<String, Object>> shown(
      UUID organizationId, List<LoggedEvent> page, Set<String> includes) {
    Set<UUID> people =
        page.stream()
            .filter(event -> event.actorKind().equals("user"))
            .flatMap(event -> Identifiers.uuid(event.actorId()).stream())
            .collect(Collectors.toSet());
    Map<String, String> emails =
        people.isEmpty()
            ? Map.of()
            : memberships.handles(organizationId, people).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    return page.stream()
        .map(event -> AuditRepresentation.of(organizationId, event, emails, includes))
        .toList();
  }

  record PartReply(boolean ok, int part, String list, JsonNode values) {}

  /** A thousand elements of a list that is too long for its entry. */
  @GetMapping("/v1/audit-log/{identifier}/parts/{part}")
  PartReply part(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @PathVariable String part) {
    int number = part.matches("[0-9]{1,6}") ? Integer.parseInt(part) : -1;
    LogPart found =
        Identifiers.uuid(identifier)
            .flatMap(id -> log.part(caller.organizationId(), id, number))
            .orElseThrow(
                () -> RequestFault.notFound("AuditLogPart", "identifier", identifier + "/" + part));
    return new PartReply(true, number, found.list(), json.readTree(found.content()));
  }
}
