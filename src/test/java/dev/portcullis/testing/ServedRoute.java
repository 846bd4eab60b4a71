package dev.portcullis.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A route of the running server.
 *
 * @param pattern such as {@code /v1/users/{user}}
 */
public record ServedRoute(String method, String pattern) {

  private static final Pattern VARIABLE = Pattern.compile("([^/]+)/\\{([^}]+)}");

  /**
   * One place in a pattern where a name stands.
   *
   * @param segment the one before it, such as {@code users}
   */
  public record Place(String segment, String variable) {}

  /** All that the server has, in order of their words. */
  public static List<ServedRoute> of(PortcullisServer server) {
    return server.beans(RequestMappingHandlerMapping.class).stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(mapping ->
            mapping.getPatternValues().stream()
                .flatMap(pattern ->
                    mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new ServedRoute(method, pattern))))
        .distinct()
        .sorted(Comparator.comparing(ServedRoute::toString))
        .toList();
  }

  public boolean onlyReads() {
    return method.equals("GET");
  }

  /** The places in their order. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    Matcher found = VARIABLE.matcher(pattern);
    while (found.find()) {
      places.add(new Place(found.group(1), found.group(2)));
    }
    return places;
  }

  /** A path in which each place has the name, encoded, that it is given. */
  public String path(Function<Place, String> names) {
    return VARIABLE
        .matcher(pattern)
        .replaceAll(found -> {
          Place place = new Place(found.group(1), found.group(2));
          return Matcher.quoteReplacement(found.group(1) + "/" + names.apply(place));
        });
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
