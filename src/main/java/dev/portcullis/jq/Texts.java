package dev.portcullis.jq;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in functions of texts. */
final class Texts {

  private final Meter meter;

  Texts(Meter meter) {
    this.meter = meter;
  }

  String of(@Nullable Object value, String function) {
    if (value instanceof String text) {
      meter.make(text.length());
      return text;
    }
    throw new JqError("%s needs a string, not %s".formatted(function, Values.type(value)));
  }

  int bytes(@Nullable Object input) {
    return of(input, "utf8bytelength").getBytes(StandardCharsets.UTF_8).length;
  }

  Object number(@Nullable Object input) {
    if (input instanceof Number number) {
      return number;
    }
    String text = of(input, "tonumber");
    try {
      double value = text.length() <= 400 ? Double.parseDouble(text) : Double.NaN;
      boolean decimal =
          text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
      if (decimal && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number in another notation.
    }
    throw new JqError("`" + text + "` cannot be parsed as a number");
  }

  /** The text with its letters from one to another moved; others stay. */
  String cased(@Nullable Object input, char from, char to, int distance) {
    String text = of(input, "ascii_downcase");
    StringBuilder moved = new StringBuilder(text.length());
    text.chars().forEach(c -> moved.append((char) (c >= from && c <= to ? c + distance : c)));
    return moved.toString();
  }

  List<@Nullable Object> exploded(@Nullable Object input) {
    return new ArrayList<>(of(input, "explode").codePoints().boxed().toList());
  }

  String imploded(@Nullable Object input) {
    if (!(input instanceof List<?> codes)) {
      throw new JqError("implode needs an array, not " + Values.type(input));
    }
    meter.make(codes.size());
    StringBuilder text = new StringBuilder();
    for (Object code : codes) {
      if (!(code instanceof Number number) || !Character.isValidCodePoint(number.intValue())) {
        throw new JqError("implode needs an array of code points");
      }
      text.appendCodePoint(number.intValue());
    }
    return text.toString();
  }

  @Nullable Object withoutStart(@Nullable Object input, @Nullable Object start) {
    return input instanceof String text && start instanceof String part && text.startsWith(part)
        ? of(text.substring(part.length()), "ltrimstr")
        : input;
  }

  @Nullable Object withoutEnd(@Nullable Object input, @Nullable Object end) {
    return input instanceof String text && end instanceof String part && text.endsWith(part)
        ? of(text.substring(0, text.length() - part.length()), "rtrimstr")
        : input;
  }

  /** Numbers and booleans as JSON writes them, null as nothing. */
  String joined(@Nullable Object input, @Nullable Object separator) {
    String between = of(separator, "join");
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Object value : Access.elements(input)) {
      String part = part(value);
      meter.make((long) before.length() + part.length());
      text.append(before).append(part);
      before = between;
    }
    return text.toString();
  }

  private static String part(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Number number -> JsonText.number(number);
      case Boolean truth -> truth.toString();
      default -> throw new JqError("join cannot join " + Values.type(value));
    };
  }
}
