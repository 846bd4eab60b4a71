package dev.portcullis.scim.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a request says before its body.
 *
 * @param headers by lower-case name
 * @param filter the query's {@code filter}
 */
public record SentHead(String method, Map<String, String> headers, Optional<String> filter) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  boolean changesSomething() {
    return !method.equals("GET") && !method.equals("HEAD");
  }
}
