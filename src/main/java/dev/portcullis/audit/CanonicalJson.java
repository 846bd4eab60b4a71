package dev.portcullis.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object as RFC 8785 has it, so that equal objects are equal texts. Keys must come
 * in their order; texts are escaped no more than they must be (§3.2.2.2).
 */
final class CanonicalJson {

  private final StringBuilder json = new StringBuilder();

  void text(String key, @Nullable String value) {
    if (value == null) {
      member(key, "null");
    } else {
      member(key, quoted(value));
    }
  }

  /** A whole number that a double holds exactly. */
  void number(String key, long value) {
    member(key, Long.toString(value));
  }

  /** A list of what is written already. */
  void list(String key, List<String> elements) {
    member(key, "[" + String.join(",", elements) + "]");
  }

  String written() {
    return "{" + json + "}";
  }

  private void member(String key, String value) {
    if (!json.isEmpty()) {
      json.append(',');
    }
    json.append(quoted(key)).append(':').append(value);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i), quoted);
    }
    return quoted.append('"').toString();
  }

  private static void escape(char c, StringBuilder quoted) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\b' -> quoted.append("\\b");
      case '\t' -> quoted.append("\\t");
      case '\n' -> quoted.append("\\n");
      case '\f' -> quoted.append("\\f");
      case '\r' -> quoted.append("\\r");
      default -> {
        if (c < ' ') {
          quoted.append("\\u%04x".formatted((int) c));
        } else {
          quoted.append(c);
        }
      }
    }
  }
}
