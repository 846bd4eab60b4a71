package dev.portcullis.scim.filter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes filters out, with parentheses around every chain. */
final class FilterTexts {

  private FilterTexts() {}

  static String of(FilterExpression filter) {
    return switch (filter) {
      case FilterExpression.And(var parts) -> chain(parts, " and ");
      case FilterExpression.Or(var parts) -> chain(parts, " or ");
      case FilterExpression.Not(var part) -> "not (" + of(part) + ")";
      case FilterExpression.Present(var attribute) -> attribute.text() + " pr";
      case FilterExpression.ValuePath(var attribute, var condition) ->
          attribute.text() + "[" + of(condition) + "]";
      case FilterExpression.Compare compare ->
          compare.attribute().text()
              + " "
              + compare.operator().name().toLowerCase(Locale.ROOT)
              + " "
              + value(compare.value());
    };
  }

  private static String chain(List<FilterExpression> parts, String keyword) {
    return parts.stream().map(FilterTexts::of).collect(Collectors.joining(keyword, "(", ")"));
  }

  private static String value(ComparisonValue value) {
    return switch (value) {
      case ComparisonValue.Text(String text, int _) -> quoted(text);
      case ComparisonValue.Number(var number, int _) -> number.toString();
      case ComparisonValue.Truth(boolean truth, int _) -> Boolean.toString(truth);
      case ComparisonValue.Null _ -> "null";
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
          } else if (Character.isISOControl(c)) {
            quoted.append(String.format("\\u%04x", c));
          } else {
            quoted.append((char) c);
          }
        });
    return quoted.append('"').toString();
  }
}
