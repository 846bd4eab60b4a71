package dev.portcullis.api;

import dev.portcullis.audit.AuditChain;
import dev.portcullis.audit.AuditLog;
import dev.portcullis.audit.ChainHead;
import dev.portcullis.audit.LogPosition;
import dev.portcullis.audit.LoggedEvent;
import dev.portcullis.organization.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit log as a file: everything that the filters let through, however much it is. */
@RestController
class AuditExportController {

  private static final List<String> COLUMNS =
      List.of(
          "identifier",
          "at",
          "action",
          "resourceType",
          "resource",
          "blueprint",
          "status",
          "origin",
          "actorKind",
          "actor",
          "traceId",
          "before",
          "after",
          "parts",
          "message",
          "sequence",
          "hash");

  private final AuditLogController list;
  private final AuditLog log;
  private final AuditChain chain;
  private final JsonMapper json;

  AuditExportController(AuditLogController list, AuditLog log, AuditChain chain, JsonMapper json) {
    this.list = list;
    this.log = log;
    this.chain = chain;
    this.json = json;
  }

  @GetMapping("/v1/audit-log/export")
  void export(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "ndjson") String format,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    switch (format) {
      case "ndjson" ->
          ndjson(
              caller.organizationId(),
              AuditLogQuery.of(request),
              AuditCursor.place(after),
              response);
      case "csv" ->
          csv(
              caller.organizationId(),
              AuditLogQuery.of(request),
              AuditCursor.place(after),
              response);
      case "chain" -> chain(caller.organizationId(), place(after), response);
      default ->
          throw RequestFault.invalid("format", "`format` must be `ndjson`, `csv` or `chain`");
    }
  }

  private void ndjson(
      UUID organizationId, AuditLogQuery wanted, LogPosition behind, HttpServletResponse response)
      throws IOException {
    StreamedLines lines = StreamedLines.to(response, "application/x-ndjson", "audit-log.ndjson");
    each(
        organizationId,
        wanted,
        behind,
        page ->
            list.shown(organizationId, page, wanted.includes())
                .forEach(shown ->
                    lines.add(json.writeValueAsString(withParts(organizationId, shown)) + "\n")));
    lines.end();
  }

  private void csv(
      UUID organizationId, AuditLogQuery wanted, LogPosition behind, HttpServletResponse response)
      throws IOException {
    StreamedLines lines = StreamedLines.to(response, "text/csv;charset=UTF-8", "audit-log.csv");
    lines.add(CsvRow.of(COLUMNS));
    each(
        organizationId,
        wanted,
        behind,
        page -> page.forEach(event -> lines.add(CsvRow.of(cells(event)))));
    lines.end();
  }

  private void chain(UUID organizationId, long behind, HttpServletResponse response)
      throws IOException {
    StreamedLines lines = StreamedLines.to(response, "application/x-ndjson", "audit-chain.ndjson");
    chain.each(organizationId, behind, line -> lines.add(line + "\n"));
    lines.end();
  }

  private void each(
      UUID organizationId,
      AuditLogQuery wanted,
      LogPosition behind,
      Consumer<List<LoggedEvent>> page) {
    if (!wanted.unknown()) {
      log.pages(organizationId, wanted.query(), behind, wanted.exported(), page);
    }
  }

  private static long place(String after) {
    if (!after.isEmpty() && !after.matches("[0-9]{1,18}")) {
      throw RequestFault.invalid("after", "`after` must be a sequence number of the chain");
    }
    return after.isEmpty() ? 0 : Long.parseLong(after);
  }

  /** Long lists as a whole, for nobody shall have to fetch them for every line of a file. */
  private Map<String, Object> withParts(UUID organizationId, Map<String, Object> shown) {
    if (shown.get("additionalData") instanceof Map<?, ?> more
        && more.get("parts") instanceof Integer count) {
      UUID id = UUID.fromString(String.valueOf(shown.get("identifier")));
      Map<String, Object> whole = new LinkedHashMap<>(shown);
      whole.put(
          "parts",
          IntStream.range(0, count)
              .mapToObj(part -> log.part(organizationId, id, part))
              .flatMap(Optional::stream)
              .map(part -> Map.of("list", part.list(), "values", json.readTree(part.content())))
              .toList());
      return whole;
    }
    return shown;
  }

  private static List<String> cells(LoggedEvent event) {
    List<String> cells = new ArrayList<>();
    cells.add(event.id().toString());
    cells.add(event.at().toString());
    cells.add(event.action());
    cells.add(AuditResources.shown(event.resourceType()));
    cells.add(event.resourceId());
    cells.add(event.blueprint().orElse(""));
    cells.add(event.succeeded() ? "SUCCESS" : "FAILURE");
    cells.add(AuditOrigin.of(event.actorKind()));
    cells.add(event.actorKind());
    cells.add(event.actorId());
    cells.add(event.traceId());
    cells.add(event.before().orElse(""));
    cells.add(event.after().orElse(""));
    cells.add(event.parts() == 0 ? "" : Integer.toString(event.parts()));
    cells.add(event.message().orElse(""));
    cells.add(event.seal().map(seal -> Long.toString(seal.sequence())).orElse(""));
    cells.add(event.seal().map(ChainHead::hash).orElse(""));
    return cells;
  }
}
