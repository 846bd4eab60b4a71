package dev.portcullis.jq;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON text. */
final class JsonText {

  /** Beyond it a double's neighbours are no whole numbers of their own. */
  private static final double EXACT_WHOLE = 1e17;

  private JsonText() {}

  static String of(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(@Nullable Object value, StringBuilder text) {
    switch (value) {
      case null -> text.append("null");
      case String string -> quote(string, text);
      case Number number -> text.append(number(number));
      case List<?> list -> {
        String between = "[";
        for (Object element : list) {
          text.append(between);
          write(element, text);
          between = ",";
        }
        text.append(list.isEmpty() ? "[]" : "]");
      }
      case Map<?, ?> map -> {
        String between = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
          text.append(between);
          quote((String) member.getKey(), text);
          text.append(':');
          write(member.getValue(), text);
          between = ",";
        }
        text.append(map.isEmpty() ? "{}" : "}");
      }
      default -> text.append(value);
    }
  }

  static String number(Number number) {
    if (number instanceof BigDecimal || number instanceof BigInteger) {
      return number.toString();
    }
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return "null";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "1.7976931348623157e+308" : "-1.7976931348623157e+308";
    }
    return value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void quote(String string, StringBuilder text) {
    text.append('"');
    string
        .chars()
        .forEach(c -> {
          switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case '\r' -> text.append("\\r");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> {
              if (c < ' ' || c == 0x7f) {
                text.append("\\u%04x".formatted(c));
              } else {
                text.append((char) c);
              }
            }
          }
        });
    text.append('"');
  }
}
