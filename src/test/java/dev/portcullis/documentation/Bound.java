package dev.portcullis.documentation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bound as a document and as the code has it.
 *
 * @param row of the document's table
 * @param constant such as {@code FilterText.MAX_LENGTH}
 */
public record Bound(String row, String constant) {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|.*\\| `([A-Z]\\w+\\.[A-Z][A-Z_]+)` \\|$");
  private static final Pattern DURATION = Pattern.compile("Duration\\.of(\\w+)\\((\\d+)\\)");
  private static final int KIBI = 1024;

  /** All rows of a document's tables whose last cell names a constant. */
  public static List<Bound> in(MarkdownPage page) {
    return ROW.matcher(page.text()).results().map(r -> new Bound(r.group(), r.group(1))).toList();
  }

  /** Whether the row says what the constant is. */
  public boolean holds(SourceTree sources) {
    return sources.constant(constant).stream()
        .flatMap(value -> written(value, sources))
        .anyMatch(text -> row.contains("| " + text));
  }

  private Stream<String> written(String value, SourceTree sources) {
    Matcher duration = DURATION.matcher(value);
    if (duration.matches()) {
      String units = duration.group(1).toLowerCase(Locale.ROOT);
      return Stream.of(duration.group(2) + " " + units.substring(0, units.length() - 1));
    }
    long number = product(value, sources);
    return Stream.of(
            String.format(Locale.ROOT, "%,d ", number),
            number / KIBI + " KiB",
            number / KIBI / KIBI + " MiB")
        .filter(text -> !text.startsWith("0"));
  }

  private long product(String value, SourceTree sources) {
    return Arrays.stream(value.split("\\*"))
        .map(String::strip)
        .mapToLong(factor ->
            factor.matches("[\\d_]+")
                ? Long.parseLong(factor.replace("_", ""))
                : product(sibling(factor, sources), sources))
        .reduce(1, Math::multiplyExact);
  }

  private String sibling(String name, SourceTree sources) {
    String type = constant.substring(0, constant.indexOf('.') + 1);
    return sources.constant(type + name).orElseThrow(() -> new AssertionError("no " + type + name));
  }
}
