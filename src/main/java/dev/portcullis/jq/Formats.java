package dev.portcullis.jq;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats that texts are written in: {@code @json}, {@code @base64} and their like. */
final class Formats {

  /** All of them, as {@code name/arity}. */
  static final Set<String> NAMES =
      Set.of(
          "@text/0",
          "@json/0",
          "@html/0",
          "@uri/0",
          "@csv/0",
          "@tsv/0",
          "@sh/0",
          "@base64/0",
          "@base64d/0");

  private static final String UNRESERVED = "-_.~";

  private final Meter meter;

  Formats(Meter meter) {
    this.meter = meter;
  }

  String of(String format, @Nullable Object value) {
    return switch (format) {
      case "@json/0" -> json(value);
      case "@html/0" -> html(text(value));
      case "@uri/0" -> uri(text(value));
      case "@csv/0" -> row(value, ",", text -> "\"" + text.replace("\"", "\"\"") + "\"");
      case "@tsv/0" -> row(value, "\t", Formats::tabless);
      case "@sh/0" -> shell(value);
      case "@base64/0" ->
          Base64.getEncoder().encodeToString(text(value).getBytes(StandardCharsets.UTF_8));
      case "@base64d/0" -> decoded(text(value));
      default -> text(value);
    };
  }

  private String text(@Nullable Object value) {
    if (value instanceof String text) {
      // No format makes a text more than six times as long.
      meter.make(6L * text.length());
      return text;
    }
    return json(value);
  }

  private String json(@Nullable Object value) {
    meter.make(6 * Values.size(value, Long.MAX_VALUE / 8));
    return JsonText.of(value);
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;")
        .replace("\"", "&quot;");
  }

  private static String uri(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      escaped.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return escaped.toString();
  }

  private String row(@Nullable Object value, String between, UnaryOperator<String> quoting) {
    if (!(value instanceof List<?> cells)) {
      throw new JqError(Values.type(value) + " cannot be a row: only an array can");
    }
    meter.make(6 * Values.size(value, Long.MAX_VALUE / 8));
    return cells.stream().map(cell -> cell(cell, quoting)).collect(Collectors.joining(between));
  }

  private static String cell(@Nullable Object cell, UnaryOperator<String> quoting) {
    return switch (cell) {
      case null -> "";
      case String text -> quoting.apply(text);
      case Number number -> JsonText.number(number);
      case Boolean truth -> truth.toString();
      default -> throw new JqError(Values.type(cell) + " cannot be a cell of a row");
    };
  }

  private static String tabless(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private String shell(@Nullable Object value) {
    meter.make(6 * Values.size(value, Long.MAX_VALUE / 8));
    List<?> words = value instanceof List<?> list ? list : Collections.singletonList(value);
    return words.stream().map(Formats::shellWord).collect(Collectors.joining(" "));
  }

  private static String shellWord(@Nullable Object word) {
    return switch (word) {
      case String text -> "'" + text.replace("'", "'\\''") + "'";
      case List<?> _, Map<?, ?> _ ->
          throw new JqError(Values.type(word) + " cannot be escaped for a shell");
      case null, default -> JsonText.of(word);
    };
  }

  private static String decoded(String text) {
    try {
      return new String(
          Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.UTF_8)),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new JqError("string is not valid base64 data");
    }
  }
}
