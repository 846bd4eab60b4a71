package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the running server, with every kind of name in its path, asked by everybody there
 * is. What is another organization's answers as what is not there, byte for byte, and nobody
 * changes anything by asking for it.
 */
@OnBothDatabases
class RouteMatrixTest {

  private static final Pattern VARIABLE = Pattern.compile("([^/]+)/\\{([^}]+)}");

  private enum Who {
    NOBODY,
    ADMIN_ELSEWHERE,
    MEMBER,
    MODERATOR,
    ADMIN,
    PROVISIONER
  }

  private enum Kind {
    OWN,
    FOREIGN,
    ABSENT,
    HOSTILE
  }

  /** One place in a pattern where a name stands. */
  private record Place(String segment, String variable) {}

  private record Route(String method, String pattern) {

    List<Place> places() {
      List<Place> places = new ArrayList<>();
      Matcher found = VARIABLE.matcher(pattern);
      while (found.find()) {
        places.add(new Place(found.group(1), found.group(2)));
      }
      return places;
    }

    boolean onlyReads() {
      return method.equals("GET");
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
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

  private List<Route> routes() {
    return home.world().server.beans(RequestMappingHandlerMapping.class).stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(mapping ->
            mapping.getPatternValues().stream()
                .flatMap(pattern ->
                    mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Route(method, pattern))))
        .filter(route -> RouteRights.of(route.method(), route.pattern()).isPresent())
        .distinct()
        .sorted(Comparator.comparing(Route::toString))
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
    assertThat(routes().stream().flatMap(this::cases).count()).isGreaterThan(1_500);
  }

  private Stream<DynamicTest> cases(Route route) {
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

  private RouteRight right(Route route) {
    return RouteRights.of(route.method(), route.pattern()).orElseThrow();
  }

  /** What may be seen where every name is the organization's own. */
  private void own(Route route, Who who) {
    if (changesSomething(route, who)) {
      return;
    }
    Reply reply = ask(route, who, path(route, null, Kind.OWN));
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
              .matches(status -> !route.onlyReads() || status == 200 || status == 422);
    }
  }

  /** An Admin's request with the organization's own names does what it says. */
  private boolean changesSomething(Route route, Who who) {
    return !route.onlyReads()
        && (who == Who.ADMIN
            || who == Who.MODERATOR
            || who == Who.MEMBER && right(route) != RouteRight.ADMINS
            || who == Who.ADMIN_ELSEWHERE && route.places().isEmpty());
  }

  private void foreign(Route route, Place place, Who who) {
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

  private void absent(Route route, Place place, Who who) {
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

  private void hostile(Route route, Place place, Who who) {
    for (String name :
        List.of(
            "%2F..%2F..", "%27%20or%201%3D1", "%00", "%F0%9F%98%80", "x".repeat(3_000), "%25")) {
      Reply reply = ask(route, who, path(route, place, name));
      assertNoFault(route, reply);
      assertThat(reply.text()).doesNotContain("away-");
    }
  }

  private static void assertNoFault(Route route, Reply reply) {
    assertThat(reply.status()).as(route + reply.text()).isLessThan(500);
  }

  private Reply ask(Route route, Who who, String path) {
    String body = route.onlyReads() ? "" : RouteBodies.of(route.toString());
    // A body that repeats a name of the path must go on doing so.
    String word = path.contains("none") ? "none" : path.contains("away") ? "away" : "home";
    return callers
        .get(who)
        .send(route.method(), path, BodyPublishers.ofString(body.replace("home", word)));
  }

  private String pathToNothing(Route route) {
    return VARIABLE
        .matcher(route.pattern())
        .replaceAll(at -> {
          Place here = new Place(at.group(1), at.group(2));
          String name = here.segment().equals("versions") ? "1" : unknown(here);
          return Matcher.quoteReplacement(at.group(1) + "/" + name);
        });
  }

  private String path(Route route, @Nullable Place place, Kind kind) {
    return path(
        route,
        place,
        switch (kind) {
          case OWN -> place == null ? "" : own(place);
          case FOREIGN -> away.name(place.segment()).orElseGet(() -> unknown(place));
          case ABSENT -> unknown(place);
          case HOSTILE -> throw new IllegalArgumentException("there are several");
        });
  }

  private String path(Route route, @Nullable Place place, String name) {
    Matcher found = VARIABLE.matcher(route.pattern());
    return found.replaceAll(at -> {
      Place here = new Place(at.group(1), at.group(2));
      String put = here.equals(place) ? name : own(here);
      return Matcher.quoteReplacement(at.group(1) + "/" + put);
    });
  }

  private String own(Place place) {
    return place.segment().equals("versions")
        ? "1"
        : home.name(place.segment())
            .orElseThrow(() ->
                new AssertionError("make an example of {%s} in RouteExamples".formatted(place)));
  }

  /** A name of the same length and form that nothing bears. */
  private String unknown(Place place) {
    if (place.segment().equals("versions")) {
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
    for (Route route : routes()) {
      // What is recorded of requests, and when somebody was last seen, changes with every request.
      if (route.onlyReads()
          && !route.pattern().matches(".*/(activity|sessions|sign-ins|audit-log.*)")) {
        state.put("home " + route, ask(route, Who.ADMIN, path(route, null, Kind.OWN)).text());
      }
    }
    return state;
  }
}
