package dev.portcullis.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Refuses text in path and query that PostgreSQL cannot hold, as {@link LegibleText} in bodies. */
final class LegibleAddress implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object controller) {
    if (!Stream.concat(pathVariables(request), parameters(request))
        .allMatch(LegibleText::isLegible)) {
      throw new RequestFault(
          new PortError(
              400,
              "bad_request",
              "the path or query contains U+0000 or half of a surrogate pair; remove it"));
    }
    return true;
  }

  private static Stream<String> pathVariables(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map
        ? map.values().stream().map(String::valueOf)
        : Stream.empty();
  }

  private static Stream<String> parameters(HttpServletRequest request) {
    try {
      return request.getParameterMap().values().stream()
          .flatMap(Arrays::stream)
          .filter(Objects::nonNull);
    } catch (IllegalStateException malformed) {
      throw new RequestFault(
          new PortError(
              400,
              "bad_request",
              "the query is not well-formed; percent-encode its values as UTF-8"));
    }
  }
}
