package dev.portcullis.api.openapi;

import dev.portcullis.access.ChangeTerms;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The parameters of a route: those of its path and of its controller, in words that people wrote.
 */
final class RouteParameters {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

  /** What changes of rights take. */
  private static final List<String> TERMS = List.of("dry_run", "confirm");

  private final Map<String, Object> shared;

  /**
   * Makes them.
   *
   * @param shared words about parameters that several routes have, by their names
   */
  RouteParameters(Map<String, Object> shared) {
    this.shared = shared;
  }

  /** All of a route, those of the path first. */
  List<Map<String, Object>> of(String pattern, Optional<Method> controller, RouteText text) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    Set<String> inPath = new LinkedHashSet<>();
    VARIABLE.matcher(pattern).results().forEach(found -> inPath.add(found.group(1)));
    inPath.forEach(name -> parameters.add(parameter("path", name, text)));
    Set<String> inQuery = new LinkedHashSet<>();
    controller.ifPresent(method -> inQuery.addAll(query(method)));
    text.parameters().keySet().stream().sorted().forEach(inQuery::add);
    inQuery.removeAll(inPath);
    inQuery.forEach(name -> parameters.add(parameter("query", name, text)));
    return parameters;
  }

  private static List<String> query(Method controller) {
    return Arrays.stream(controller.getParameters()).flatMap(RouteParameters::names).toList();
  }

  private static Stream<String> names(Parameter parameter) {
    RequestParam annotation = parameter.getAnnotation(RequestParam.class);
    if (annotation != null) {
      return Stream.of(name(parameter, annotation));
    }
    return parameter.getType().equals(ChangeTerms.class) ? TERMS.stream() : Stream.empty();
  }

  private static String name(Parameter parameter, RequestParam annotation) {
    return annotation.name().isEmpty() ? parameter.getName() : annotation.name();
  }

  private Map<String, Object> parameter(String in, String name, RouteText text) {
    String words =
        text.parameters().getOrDefault(name, (String) shared.getOrDefault(name, "string"));
    Map<String, Object> schema = SchemaWords.schema(words);
    Object meaning = schema.remove("description");
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    if (meaning != null) {
      parameter.put("description", meaning);
    }
    if (in.equals("path")) {
      parameter.put("required", true);
    }
    parameter.put("schema", schema);
    return parameter;
  }
}
