package dev.portcullis.vectors;

import dev.portcullis.vectors.Vector.Question;
import dev.portcullis.vectors.Vector.Request;
import dev.portcullis.vectors.Vector.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fixtures, each a YAML file of one or several examples. A key that nobody reads is an
 * error, so that no expectation is passed over.
 */
final class Vectors {

  private static final Set<String> OF_VECTOR =
      Set.of("vector", "title", "source", "like", "world", "story");
  private static final Set<String> OF_REQUEST =
      Set.of("as", "method", "path", "body", "status", "reply", "warnings");
  private static final Set<String> OF_QUESTION =
      Set.of("ask", "of", "properties", "action", "allow", "deny", "because");

  private Vectors() {}

  static List<Vector> all() {
    try (Stream<Path> files = Files.list(directory())) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(Vectors::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory() {
    try {
      return Path.of(
          Objects.requireNonNull(Vectors.class.getResource("/vectors"), "/vectors").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Vector> read(Path file) {
    List<Vector> vectors = new ArrayList<>();
    try {
      for (Object document : yaml().loadAll(Files.readString(file))) {
        vectors.add(vector(map(document)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
    }
    return vectors.stream();
  }

  private static Yaml yaml() {
    return new Yaml(new SafeConstructor(new LoaderOptions()));
  }

  private static Vector vector(Map<String, Object> yaml) {
    only(yaml, OF_VECTOR);
    return new Vector(
        text(yaml, "vector"),
        text(yaml, "title"),
        text(yaml, "source"),
        world(yaml),
        list(yaml.get("story")).stream().map(step -> step(map(step))).toList());
  }

  /** A world may be like another one, with more in each of its lists. */
  private static Map<String, Object> world(Map<String, Object> yaml) {
    Map<String, Object> world = new LinkedHashMap<>();
    if (yaml.get("like") instanceof String name) {
      try {
        world.putAll(
            map(yaml().load(Files.readString(directory().resolve("worlds/" + name + ".yaml")))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    map(yaml.getOrDefault("world", Map.of()))
        .forEach((key, value) -> world.merge(key, value, Vectors::joined));
    return world;
  }

  private static Object joined(Object one, Object other) {
    if (one instanceof Collection<?> these && other instanceof Collection<?> those) {
      return Stream.concat(these.stream(), those.stream()).toList();
    }
    return other;
  }

  private static Step step(Map<String, Object> yaml) {
    if (yaml.containsKey("ask")) {
      return question(yaml);
    }
    only(yaml, OF_REQUEST);
    return new Request(
        yaml.get("as") instanceof String as ? as : "",
        text(yaml, "method"),
        text(yaml, "path"),
        yaml.containsKey("body") ? json(yaml.get("body")) : "",
        yaml.get("status") instanceof Integer status ? status : 200,
        yaml.getOrDefault("reply", Map.of()),
        texts(yaml.getOrDefault("warnings", List.of())));
  }

  private static Question question(Map<String, Object> yaml) {
    only(yaml, OF_QUESTION);
    String of = text(yaml, "of");
    int slash = of.indexOf('/');
    return new Question(
        text(yaml, "ask"),
        of.substring(0, slash),
        of.substring(slash + 1),
        map(yaml.getOrDefault("properties", Map.of())),
        map(yaml.getOrDefault("action", Map.of())),
        texts(yaml.getOrDefault("allow", List.of())),
        texts(yaml.getOrDefault("deny", List.of())),
        yaml.get("because") instanceof String because ? because : "");
  }

  static String json(@Nullable Object tree) {
    return JsonMapper.shared().writeValueAsString(tree);
  }

  private static void only(Map<String, Object> yaml, Set<String> known) {
    if (!known.containsAll(yaml.keySet())) {
      throw new IllegalArgumentException("nobody reads one of " + yaml.keySet());
    }
  }

  static Map<String, Object> map(@Nullable Object yaml) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(yaml))
        .forEach((key, value) -> map.put((String) key, value));
    return map;
  }

  static List<?> list(@Nullable Object yaml) {
    return yaml == null ? List.of() : (List<?>) yaml;
  }

  static List<String> texts(@Nullable Object yaml) {
    return list(yaml).stream().map(String.class::cast).toList();
  }

  private static String text(Map<String, Object> yaml, String key) {
    return (String) Objects.requireNonNull(yaml.get(key), key);
  }
}
