package dev.portcullis.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What people wrote about the API in {@code src/main/resources/openapi}: {@code api.yaml} about all
 * routes, and below {@code routes} a file for each group of them.
 *
 * @param api title, introduction, parameters and error codes that many routes have
 * @param tags name and description of each group
 * @param schemas by their names, in words of {@link SchemaWords}
 * @param routes by their names, such as {@code GET /v1/teams}
 */
record WrittenTexts(
    Map<String, Object> api,
    List<Map<String, String>> tags,
    Map<String, Object> schemas,
    Map<String, RouteText> routes) {

  private static final String FOLDER = "classpath*:openapi/";

  static WrittenTexts read() {
    try {
      PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
      Map<String, Object> api = yaml(files.getResources(FOLDER + "api.yaml")[0]);
      List<Map<String, Object>> groups =
          Arrays.stream(files.getResources(FOLDER + "routes/*.yaml"))
              .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
              .map(WrittenTexts::yaml)
              .toList();
      return of(api, groups);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WrittenTexts of(Map<String, Object> api, List<Map<String, Object>> groups) {
    Map<String, Object> schemas = new LinkedHashMap<>(map(api, "schemas"));
    Map<String, RouteText> routes = new LinkedHashMap<>();
    for (Map<String, Object> group : groups) {
      schemas.putAll(map(group, "schemas"));
      map(group, "routes")
          .forEach(
              (route, text) -> routes.put(route, RouteText.of(text(group, "tag"), cast(text))));
    }
    List<Map<String, String>> tags =
        groups.stream()
            .map(group ->
                Map.of("name", text(group, "tag"), "description", text(group, "description")))
            .map(WrittenTexts::inOrder)
            .toList();
    return new WrittenTexts(api, tags, schemas, routes);
  }

  private static Map<String, String> inOrder(Map<String, String> tag) {
    Map<String, String> ordered = new LinkedHashMap<>();
    ordered.put("name", Objects.requireNonNull(tag.get("name")));
    ordered.put("description", Objects.requireNonNull(tag.get("description")));
    return ordered;
  }

  private static Map<String, Object> yaml(Resource file) {
    try (InputStream bytes = file.getInputStream()) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return cast(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Map<String, Object> tree, String key) {
    return (String) tree.getOrDefault(key, "");
  }

  static Map<String, Object> map(Map<String, Object> tree, String key) {
    return cast(tree.getOrDefault(key, Map.of()));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> cast(Object tree) {
    return (Map<String, Object>) tree;
  }
}
