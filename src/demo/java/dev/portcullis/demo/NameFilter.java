package dev.portcullis.demo;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A group filter as it is sent to the server, and the same test done here with the JDK's own means,
 * so that the server is not compared with itself.
 */
record NameFilter(Kind kind, String value) implements Predicate<String> {

  /** Okta's kinds of filters on the groups claim. */
  enum Kind {
    STARTS_WITH,
    EQUALS,
    CONTAINS,
    MATCHES_REGEX
  }

  @Override
  public boolean test(String name) {
    return switch (kind) {
      case STARTS_WITH -> name.startsWith(value);
      case EQUALS -> name.equals(value);
      case CONTAINS -> name.contains(value);
      case MATCHES_REGEX -> Pattern.matches(value, name);
    };
  }

  Map<String, String> toJson() {
    return Map.of("type", kind.name(), "value", value);
  }
}
