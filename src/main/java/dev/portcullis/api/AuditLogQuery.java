package dev.portcullis.api;

import dev.portcullis.audit.LogQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads Port's filters of the audit log from a query string as odd as its clients write it: empty,
 * repeated, joined by commas, with brackets behind the name. What cannot be read does not narrow;
 * of times alone, which an auditor relies on, it is a fault.
 *
 * @param wantedLimit the most events that are wanted, where the request says it
 * @param unknown whether it asks for what can be of nothing here, such as a run
 */
record AuditLogQuery(
    LogQuery query, Set<String> includes, Optional<Integer> wantedLimit, boolean unknown) {

  /** Port's own default. */
  static final int DEFAULT_LIMIT = 10_000;

  /** The most events of one reply; the next ones are behind {@code next}. */
  static final int MAX_LIMIT = 100_000;

  private static final Set<String> ACTIONS =
      Set.of("CREATE", "UPDATE", "DELETE", "READ", "SIGN_IN");

  /** Filters by things that this server does not have. */
  private static final List<String> OF_NOTHING_HERE =
      List.of("run_id", "webhookId", "webhookEventId", "InstallationId", "actionType");

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  static AuditLogQuery of(HttpServletRequest request) {
    Optional<String> identifier = first(request, "identifier");
    Optional<UUID> id = identifier.flatMap(Identifiers::uuid);
    LogQuery query =
        new LogQuery(
            id,
            first(request, "entity"),
            first(request, "blueprint").map(Set::of),
            some(request, "resources").map(AuditResources::stored),
            first(request, "resource"),
            some(request, "origin").map(AuditOrigin::actorKinds),
            readable(request, "action", ACTIONS),
            first(request, "status").flatMap(AuditLogQuery::succeeded),
            first(request, "trace").map(text -> text.toLowerCase(Locale.ROOT)),
            first(request, "from").map(text -> time("from", text, false)),
            first(request, "to").map(text -> time("to", text, true)));
    return new AuditLogQuery(
        query,
        some(request, "includes").orElse(Set.of()),
        first(request, "limit").flatMap(AuditLogQuery::number),
        identifier.isPresent() && id.isEmpty()
            || OF_NOTHING_HERE.stream().anyMatch(name -> first(request, name).isPresent()));
  }

  /** The most events of a list. */
  int limit() {
    return Math.min(wantedLimit.orElse(DEFAULT_LIMIT), MAX_LIMIT);
  }

  /** The most events of a file: all of them, unless the request says otherwise. */
  int exported() {
    return wantedLimit.orElse(Integer.MAX_VALUE - 1);
  }

  /** Whether it names what it is about in one of the ways that are open to everybody. */
  static boolean namesSomething(HttpServletRequest request) {
    return Stream.of("identifier", "entity", "run_id")
        .anyMatch(name -> first(request, name).isPresent());
  }

  private static Stream<String> values(HttpServletRequest request, String name) {
    return Stream.of(name, name + "[]")
        .map(request::getParameterValues)
        .filter(values -> values != null)
        .flatMap(Arrays::stream)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Optional<String> first(HttpServletRequest request, String name) {
    return values(request, name).findFirst();
  }

  private static Optional<Set<String>> some(HttpServletRequest request, String name) {
    Set<String> some =
        values(request, name)
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .limit(100)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return Optional.of(some).filter(values -> !values.isEmpty());
  }

  private static Optional<Set<String>> readable(
      HttpServletRequest request, String name, Set<String> known) {
    return some(request, name)
        .map(values ->
            values.stream()
                .map(value -> value.toUpperCase(Locale.ROOT))
                .filter(known::contains)
                .collect(Collectors.toUnmodifiableSet()))
        .filter(values -> !values.isEmpty());
  }

  private static Optional<Boolean> succeeded(String status) {
    return switch (status.toUpperCase(Locale.ROOT)) {
      case "SUCCESS" -> Optional.of(true);
      case "FAILURE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,9}") && Integer.parseInt(text) > 0
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  /** A moment, or a whole day, of which the end is meant where a time ends with it. */
  private static Instant time(String parameter, String text, boolean end) {
    try {
      Instant time =
          text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
              ? day(LocalDate.parse(text), end)
              // An unencoded plus arrives as a space.
              : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw RequestFault.invalid(
        parameter,
        "`" + parameter + "` must be a time such as 2030-01-31T12:00:00Z, or a day: 2030-01-31");
  }

  private static Instant day(LocalDate date, boolean end) {
    return end
        ? date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1_000)
        : date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
