package dev.portcullis.scim;

import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names in {@code attributes} and {@code excludedAttributes} (RFC 7644 §3.10): with or without
 * their schema's URN, in whatever case, joined by commas and spaces.
 */
final class AttributeNames {

  private static final int MAX_NAMES = 200;

  private AttributeNames() {}

  /** The names as paths of lower-case names; an extension's URN comes first in them. */
  static Set<List<String>> paths(String parameter, Optional<String> names, ResourceSchema schema) {
    List<String> single =
        names.stream()
            .flatMap(text -> Arrays.stream(text.split(",", MAX_NAMES + 1)))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList();
    if (single.size() > MAX_NAMES) {
      throw ScimFault.invalidValue("`" + parameter + "` must have at most " + MAX_NAMES + " names");
    }
    return single.stream().map(name -> path(name, schema)).collect(Collectors.toUnmodifiableSet());
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
}
