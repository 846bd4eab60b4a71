package dev.portcullis.redirects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An address that somebody would like to send people to.
 *
 * @param text the address itself
 * @param sound whether it is one that an application may register, as any other
 */
public record RedirectTarget(String text, boolean sound) {

  private static final Path CORPUS = Path.of("src/test/resources/redirects/targets.txt");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

  /**
   * All of them.
   *
   * @param registered the address beside which they are meant to pass
   * @param evil where they would like to lead: {@code host[:port]}
   */
  public static List<RedirectTarget> all(URI registered, String evil) {
    try {
      return Files.readAllLines(CORPUS, StandardCharsets.US_ASCII).stream()
          .filter(line -> !line.startsWith("# "))
          .map(line -> target(line, registered, evil))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RedirectTarget target(String line, URI registered, String evil) {
    boolean sound = line.startsWith("+ ");
    String filled =
        (sound ? line.substring(2) : line)
            .replace("{R}", registered.toString())
            .replace("{S}", registered.getScheme())
            .replace("{H}", registered.getRawAuthority())
            .replace("{N}", registered.getHost())
            .replace("{E}", evil);
    return new RedirectTarget(unescaped(filled), sound);
  }

  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(character(m.group(1))));
  }

  private static String character(String escape) {
    return switch (escape.charAt(0)) {
      case 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
      case 't' -> "\t";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 's' -> " ";
      default -> escape;
    };
  }

  /** As the value of a parameter. */
  public String encoded() {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** For the names of tests. */
  @Override
  public String toString() {
    return text.codePoints()
        .mapToObj(c -> c > ' ' && c < 0x7f ? Character.toString(c) : "\\u%04x".formatted(c))
        .reduce("", String::concat);
  }
}
