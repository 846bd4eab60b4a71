package dev.portcullis.organization;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a URI must be to be registered: one address, absolute, that nobody but the application
 * answers (RFC 9700 §2.1, RFC 8252 §7.3). A sign-in's URI must then equal a registered one,
 * character for character.
 */
final class RegisteredUri {

  /** The most characters of a URI. */
  static final int MAX_LENGTH = 2_000;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int MAX_PORT = 65_535;

  /** What browsers take for an IPv4 address, be it octal, hexadecimal or one number. */
  private static final Pattern NUMBER_AT_THE_END =
      Pattern.compile("(?i)(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])(?:\\.(?!$)|$)){4}");

  private RegisteredUri() {}

  /**
   * What is wrong with a URI.
   *
   * @param field where it stands, for the words
   */
  static Optional<String> problem(String field, String text) {
    return formProblem(text)
        .or(() -> addressProblem(URI.create(text)))
        .map(problem -> "`" + field + "` " + problem);
  }

  private static Optional<String> formProblem(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Optional.of("must have 1 to " + MAX_LENGTH + " characters");
    }
    if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Optional.of(
          "must consist of visible ASCII characters; percent-encode others, and write a host's name"
              + " in Punycode");
    }
    if (text.contains("*")) {
      return Optional.of("must name one address; wildcards are not understood");
    }
    return isUri(text) ? Optional.empty() : Optional.of("is not a URL");
  }

  private static boolean isUri(String text) {
    try {
      URI.create(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<String> addressProblem(URI uri) {
    if (!isSecure(uri)) {
      return Optional.of(
          "must be an absolute https URL, or http on `localhost`, `127.0.0.1` or `[::1]`");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("must have neither a user nor a fragment");
    }
    if (!hasSoundHost(uri.getHost())) {
      return Optional.of(
          "must name its host as browsers show it: in lower case, an IPv4 address as four decimal"
              + " numbers");
    }
    return hasSoundPort(uri)
        ? Optional.empty()
        : Optional.of("must have a port from 1 to " + MAX_PORT + " or none");
  }

  /** Nobody on the way can read https, and nobody else on the machine is meant by loopback. */
  static boolean isSecure(URI uri) {
    String host = uri.getHost();
    return host != null
        && ("https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
  }

  /** One that nobody reads as another one: no number in disguise, no zone of this machine. */
  private static boolean hasSoundHost(String host) {
    return !host.contains("%")
        && host.equals(host.toLowerCase(Locale.ROOT))
        && (!NUMBER_AT_THE_END.matcher(host).matches() || IPV4.matcher(host).matches());
  }

  private static boolean hasSoundPort(URI uri) {
    boolean none = uri.getPort() == -1 && !uri.getRawAuthority().endsWith(":");
    return none || (uri.getPort() >= 1 && uri.getPort() <= MAX_PORT);
  }
}
