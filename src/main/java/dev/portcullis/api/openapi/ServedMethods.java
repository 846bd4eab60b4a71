package dev.portcullis.api.openapi;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which method serves which route, as Spring has found them. */
final class ServedMethods {

  private ServedMethods() {}

  /** By the route's name, such as {@code GET /v1/teams}. */
  static Map<String, Method> of(Stream<RequestMappingHandlerMapping> mappings) {
    Map<String, Method> methods = new HashMap<>();
    mappings
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .forEach(served -> names(served.getKey()).forEach(name -> methods.put(name, its(served))));
    return methods;
  }

  private static Method its(Map.Entry<RequestMappingInfo, HandlerMethod> served) {
    return served.getValue().getMethod();
  }

  private static Stream<String> names(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .flatMap(pattern ->
            mapping.getMethodsCondition().getMethods().stream()
                .map(method -> method + " " + pattern));
  }
}
