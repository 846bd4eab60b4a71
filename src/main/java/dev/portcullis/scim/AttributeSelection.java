package dev.portcullis.scim;

import com.unboundid.scim2.common.types.AttributeDefinition.Returned;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client says of the attributes at one level of a resource: of its own attributes, an
 * extension's, or the sub-attributes of one of them.
 *
 * @param byDefault whether what is not named is shown too
 * @param named paths of lower-case names, such as {@code name, givenname}
 * @param excluded paths alike
 */
record AttributeSelection(boolean byDefault, Set<List<String>> named, Set<List<String>> excluded) {

  /** What is shown by default. */
  static final AttributeSelection SILENT = new AttributeSelection(true, Set.of(), Set.of());

  /** Nothing but what is always shown. */
  private static final AttributeSelection NOTHING =
      new AttributeSelection(false, Set.of(), Set.of());

  /** Whether an attribute is shown (RFC 7643 §7, {@code returned}). */
  boolean shows(String attribute, Returned returned) {
    String name = attribute.toLowerCase(Locale.ROOT);
    return switch (returned) {
      case ALWAYS -> true;
      case NEVER -> false;
      case DEFAULT -> (byDefault || names(name)) && !excludes(name);
      case REQUEST -> names(name) && !excludes(name);
    };
  }

  /** Whether an attribute is named as a whole or in part. */
  private boolean names(String name) {
    return named.stream().anyMatch(path -> path.getFirst().equals(name));
  }

  private boolean excludes(String name) {
    return excluded.contains(List.of(name));
  }

  /** What is said of the parts of an attribute. */
  AttributeSelection below(String attribute) {
    String name = attribute.toLowerCase(Locale.ROOT);
    if (excludes(name)) {
      return NOTHING;
    }
    boolean whole = byDefault || named.contains(List.of(name));
    return new AttributeSelection(whole, below(named, name), below(excluded, name));
  }

  private static Set<List<String>> below(Set<List<String>> paths, String name) {
    return paths.stream()
        .filter(path -> path.size() > 1 && path.getFirst().equals(name))
        .map(path -> path.subList(1, path.size()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether nothing is said, so that everything is shown that is by default. */
  boolean isSilent() {
    return byDefault && named.isEmpty() && excluded.isEmpty();
  }
}
