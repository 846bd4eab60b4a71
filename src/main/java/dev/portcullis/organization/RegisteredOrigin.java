package dev.portcullis.organization;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What an origin must be to be registered: {@code scheme://host[:port]} as browsers send it (RFC
 * 6454 §6.2), because it is compared as a string.
 */
final class RegisteredOrigin {

  private RegisteredOrigin() {}

  /**
   * What is wrong with an origin.
   *
   * @param field where it stands, for the words
   */
  static Optional<String> problem(String field, String text) {
    return RegisteredUri.problem(field, text).or(() -> problem(field, text, URI.create(text)));
  }

  private static Optional<String> problem(String field, String text, URI uri) {
    String origin = serialized(uri);
    return text.equals(origin)
        ? Optional.empty()
        : Optional.of(
            "`"
                + field
                + "` must be an origin as browsers send it: scheme, host, and a port that is not the"
                + " scheme's own, in lower case and without a slash at the end");
  }

  private static String serialized(URI uri) {
    boolean usual = uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
    String port = uri.getPort() == -1 || usual ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
  }
}
