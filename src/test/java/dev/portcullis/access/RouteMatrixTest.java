package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ServedRoute;
import dev.portcullis.testing.ServedRoute.Place;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every route of the running server, with every kind of name in its path, asked by everybody there
 * is. What is another organization's answers as what is not there, byte for byte, and nobody
 * changes anything by asking for it.
 */
@OnBothDatabases
class RouteMatrixTest {

  private enum Who {
    NOBODY,
    ADMIN_ELSEWHERE,
    MEMBER,
    MODERATOR,
    ADMIN,
    PROVISIONER
  }

  private enum Kind {
    FOREIGN,
    ABSENT
  }

  private final RouteExamples home;
  private final RouteExamples away;
  private final Map<Who, HttpCaller> callers = new EnumMap<>(Who.class);

  RouteMatrixTest(TestDatabase database) {
    this.home = new RouteExamples(database, "home");
    this.away = new RouteExamples(database, "away");
    callers.put(Who.NOBODY, home.world().server.anybody());
    callers.put(Who.ADMIN_ELSEWHERE, away.admin());
    callers.put(Who.MEMBER, home.member());
    callers.put(Who.MODERATOR, home.moderator());
    callers.put(Who.ADMIN, home.admin());
    callers.put(Who.PROVISIONER, home.provisioner());
  }

  private List<ServedRoute> routes() {
    return ServedRoute.of(home.world().server).stream()
        .filter(route -> RouteRights.of(route.method(), route.pattern()).isPresent())
        .toList();
  }

  @TestFactory
  Stream<DynamicNode> whatIsAnotherOrganizationsLooksAbsentToEverybody() {
    Map<String, String> before = state();
    Stream<DynamicNode> cases =
        routes().stream().map(route -> dynamicContainer(route.toString(), cases(route)));
    return Stream.concat(
        cases,
        Stream.of(
            dynamicTest(
                "nothing was changed by any of it", () -> assertThat(state()).isEqualTo(before))));
  }

  @Test
  void theCasesAreTwoThousandAndMore() {
    assertThat(routes().stream().flatMap(this::cases).count()).isGreaterThan(2_000);
  }

  private Stream<DynamicTest> cases(ServedRoute route) {
    Stream<DynamicTest> owned =
        Stream.of(Who.values()).map(who -> dynamicTest(who + " OWN", () -> own(route, who)));
    Stream<DynamicTest> others =
        route.places().stream()
            .flatMap(place ->
                Stream.of(Who.values())
                    // To whom everything here is foreign is asked about it above.
                    .filter(who -> who != Who.ADMIN_ELSEWHERE)
                    .flatMap(who ->
                        Stream.of(
                            dynamicTest(
                                who + " FOREIGN " + place.segment(),
                                () -> foreign(route, place, who)),
                            dynamicTest(
                                who + " ABSENT " + place.segment(),
                                () -> absent(route, place, who)),
                            dynamicTest(
                                who + " HOSTILE " + place.segment(),
                                () -> hostile(route, place, who)))));
    return Stream.concat(owned, others);
  }

  private RouteRight right(ServedRoute route) {
    return RouteRights.of(route.method(), route.pattern()).orElseThrow();
  }

  /** What may be seen where every name is the organization's own. */
  private void own(ServedRoute route, Who who) {
    if (changesSomething(route, who)) {
      return;
    }
    Reply reply = ask(route, who, ownPath(route));
    assertNoFault(route, reply);
    switch (who) {
      case NOBODY, PROVISIONER ->
          assertThat(reply.status())
              .as(reply.text())
              .matches(status -> right(route) == RouteRight.ANYBODY ? status < 500 : status == 401);
      case MEMBER, MODERATOR -> {
        if (right(route) == RouteRight.ADMINS) {
          assertThat(reply.status()).as(reply.text()).isEqualTo(403);
        }
      }
      case ADMIN_ELSEWHERE -> {
        assertAlike(reply, ask(route, who, pathToNothing(route)));
        assertThat(reply.text()).doesNotContain("HOME");
      }
      case ADMIN ->
          assertThat(reply.status())
              .as(reply.text())
              .matches(status -> !isThere(route) || status == 200 || status == 422);
    }
  }

  /** Only an entry of thousands of members has parts. */
  private static boolean isThere(ServedRoute route) {
    return route.onlyReads() && !route.pattern().contains("/parts/");
  }

  /** An Admin's request with the organization's own names does what it says. */
  private boolean changesSomething(ServedRoute route, Who who) {
    return !route.onlyReads()
        && (who == Who.ADMIN
            || who == Who.MODERATOR
            || who == Who.MEMBER && right(route) != RouteRight.ADMINS
            || who == Who.ADMIN_ELSEWHERE && route.places().isEmpty());
  }

  private void foreign(ServedRoute route, Place place, Who who) {
    Reply foreign = ask(route, who, path(route, place, Kind.FOREIGN));
    Reply absent = ask(route, who, path(route, place, Kind.ABSENT));
    assertNoFault(route, foreign);
    assertAlike(foreign, absent);
  }

  private void assertAlike(Reply foreign, Reply absent) {
    assertThat(foreign.status()).as(foreign.text()).isEqualTo(absent.status());
    assertThat(neutral(foreign.text())).isEqualTo(neutral(absent.text()));
    assertThat(headers(foreign)).isEqualTo(headers(absent));
  }

  private void absent(ServedRoute route, Place place, Who who) {
    Reply reply = ask(route, who, path(route, place, Kind.ABSENT));
    assertNoFault(route, reply);
    if (right(route) == RouteRight.ADMINS) {
      assertThat(reply.status())
          .as(reply.text())
          .isIn(
              switch (who) {
                case NOBODY, PROVISIONER -> List.of(401);
                case MEMBER, MODERATOR -> List.of(403);
                case ADMIN, ADMIN_ELSEWHERE -> List.of(403, 404, 409, 422);
              });
    }
  }

  private void hostile(ServedRoute route, Place place, Who who) {
    for (String name : List.of("%2F..%2F..", "%00", "x".repeat(3_000))) {
      Reply reply = ask(route, who, path(route, place, name));
      assertNoFault(route, reply);
      assertThat(reply.text()).doesNotContain("away-");
    }
  }

  private static void assertNoFault(ServedRoute route, Reply reply) {
    assertThat(reply.status()).as(route + reply.text()).isLessThan(500);
  }

  private Reply ask(ServedRoute route, Who who, String path) {
    String body = route.onlyReads() ? "" : RouteBodies.of(route.toString());
    // A body that repeats a name of the path must go on doing so.
    String word = path.contains("none") ? "none" : path.contains("away") ? "away" : "home";
    return Objects.requireNonNull(callers.get(who))
        .send(route.method(), path, BodyPublishers.ofString(body.replace("home", word)));
  }

  private String pathToNothing(ServedRoute route) {
    return route.path(place -> isNumbered(place) ? "1" : unknown(place));
  }

  private String ownPath(ServedRoute route) {
    return route.path(this::own);
  }

  private String path(ServedRoute route, Place place, Kind kind) {
    return path(
        route,
        place,
        switch (kind) {
          case FOREIGN -> away.name(place.segment()).orElseGet(() -> unknown(place));
          case ABSENT -> unknown(place);
        });
  }

  private String path(ServedRoute route, Place place, String name) {
    return route.path(here -> here.equals(place) ? name : own(here));
  }

  private String own(Place place) {
    return nameIn(home, place);
  }

  private static String nameIn(RouteExamples examples, Place place) {
    return isNumbered(place)
        ? "1"
        : examples
            .name(place.segment())
            .orElseThrow(() ->
                new AssertionError("make an example of {%s} in RouteExamples".formatted(place)));
  }

  private static boolean isNumbered(Place place) {
    return place.segment().equals("versions") || place.segment().equals("parts");
  }

  /** A name of the same length and form that nothing bears. */
  private String unknown(Place place) {
    if (isNumbered(place)) {
      return "999999";
    }
    String own = own(place);
    return own.matches("[0-9a-f]{8}-.{27}")
        ? new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L).toString()
        : own.matches("[0-9A-Za-z_-]{20,}") && !own.startsWith("home")
            ? "x".repeat(own.length())
            : own.replace("home", "none");
  }

  private String neutral(String text) {
    return away.withoutNames(home.withoutNames(text))
        .replace("none", "....")
        .replaceAll("x{20,}", "....")
        .replaceAll("01900000-0000-7000-8000-000000000001", "....");
  }

  private static Map<String, List<String>> headers(Reply reply) {
    Map<String, List<String>> headers = new TreeMap<>(reply.http().headers().map());
    headers
        .keySet()
        .removeIf(name ->
            name.equalsIgnoreCase("date")
                || name.equalsIgnoreCase("x-trace-id")
                || name.toLowerCase(java.util.Locale.ROOT).startsWith("x-ratelimit"));
    return headers;
  }

  /** What both organizations hold, as their Admins read it. */
  private Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    for (ServedRoute route : routes()) {
      // What is recorded of requests, and when somebody was last seen, changes with every request.
      if (route.onlyReads()
          && !route.pattern().matches(".*/(activity|sessions|sign-ins|audit-log.*)")) {
        state.put("home " + route, ask(route, Who.ADMIN, ownPath(route)).text());
        state.put(
            "away " + route,
            ask(route, Who.ADMIN_ELSEWHERE, route.path(place -> nameIn(away, place))).text());
      }
    }
    return state;
  }
}
