package dev.portcullis.scim;

import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which attributes a client wants to see, by {@code attributes} and {@code excludedAttributes} (RFC
 * 7644 §3.9). Names that no schema defines select nothing; {@code id} and {@code schemas} are
 * always there.
 *
 * @param wanted paths of lower-case names, such as {@code name, givenname}; all if empty
 */
record Projection(Set<List<String>> wanted, Set<List<String>> excluded) {

  private static final int MAX_NAMES = 200;
  private static final Set<String> ALWAYS = Set.of("id", "schemas");

  static Projection of(
      Optional<String> attributes, Optional<String> excludedAttributes, ResourceSchema schema) {
    return new Projection(
        paths("attributes", attributes, schema),
        paths("excludedAttributes", excludedAttributes, schema));
  }

  private static Set<List<String>> paths(
      String parameter, Optional<String> names, ResourceSchema schema) {
    List<String> single =
        names.stream()
            .flatMap(text -> Arrays.stream(text.split(",", MAX_NAMES + 1)))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList();
    if (single.size() > MAX_NAMES) {
      throw ScimFault.invalidValue("`" + parameter + "` must have at most " + MAX_NAMES + " names");
    }
    return single.stream().map(name -> path(name, schema)).collect(Collectors.toSet());
  }

  private static List<String> path(String name, ResourceSchema schema) {
    for (ResourceSchema extension : schema.extensions()) {
      String urn = extension.urn().toLowerCase(Locale.ROOT);
      if (name.equals(urn)) {
        return List.of(urn);
      }
      if (name.startsWith(urn + ":")) {
        return Stream.concat(Stream.of(urn), parts(name.substring(urn.length() + 1))).toList();
      }
    }
    String prefix = schema.urn().toLowerCase(Locale.ROOT) + ":";
    return parts(name.startsWith(prefix) ? name.substring(prefix.length()) : name).toList();
  }

  private static Stream<String> parts(String name) {
    return Arrays.stream(name.split("\\.", -1));
  }

  /** Whether the client names the attributes that it wants. */
  boolean isSelective() {
    return !wanted.isEmpty();
  }

  /** Whether an attribute is shown, so that what it needs must be read. */
  boolean shows(String attribute) {
    String name = attribute.toLowerCase(Locale.ROOT);
    return (wanted.isEmpty() || wanted.stream().anyMatch(path -> path.getFirst().equals(name)))
        && !excluded.contains(List.of(name));
  }

  /** The resource with what is wanted of it. */
  Map<String, Object> of(Map<String, Object> resource) {
    Map<String, Object> shown = new LinkedHashMap<>();
    resource.forEach((name, value) -> {
      if (ALWAYS.contains(name)) {
        shown.put(name, value);
      } else if (shows(name)) {
        part(value, below(wanted, name), below(excluded, name))
            .ifPresent(part -> shown.put(name, part));
      }
    });
    return shown;
  }

  /** What is said of the parts of an attribute; an empty path says: all of it. */
  private static Set<List<String>> below(Set<List<String>> paths, String name) {
    return paths.stream()
        .filter(path -> path.getFirst().equals(name.toLowerCase(Locale.ROOT)))
        .map(path -> path.subList(1, path.size()))
        .collect(Collectors.toSet());
  }

  private static Optional<Object> part(
      Object value, Set<List<String>> wanted, Set<List<String>> excluded) {
    boolean whole = wanted.isEmpty() || wanted.contains(List.of());
    Projection inner = new Projection(whole ? Set.of() : wanted, excluded);
    return whole && excluded.isEmpty() ? Optional.of(value) : inner.within(value);
  }

  private Optional<Object> within(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> parts = new LinkedHashMap<>();
        map.forEach((name, part) -> {
          if (shows((String) name)) {
            part(part, below(wanted, (String) name), below(excluded, (String) name))
                .ifPresent(shown -> parts.put(name, shown));
          }
        });
        yield parts.isEmpty() ? Optional.empty() : Optional.of(parts);
      }
      case List<?> list -> {
        List<?> elements = list.stream().flatMap(e -> within(e).stream()).toList();
        yield elements.isEmpty() ? Optional.empty() : Optional.of(elements);
      }
      default -> wanted.isEmpty() ? Optional.of(value) : Optional.empty();
    };
  }
}
