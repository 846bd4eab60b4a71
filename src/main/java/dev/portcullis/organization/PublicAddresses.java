package dev.portcullis.organization;

import java.net.URI;
import java.util.Locale;

/**
 * The addresses under which browsers and identity providers reach this deployment, one for each
 * region; without a trailing slash. They are settings and never taken from a request's headers.
 */
public record PublicAddresses(URI eu, URI us) {

  /** The address of a region. */
  public URI of(Region region) {
    return switch (region) {
      case EU -> eu;
      case US -> us;
    };
  }

  /** Whether browsers reach all of it over https alone. */
  public boolean secure() {
    return "https".equals(eu.getScheme()) && "https".equals(us.getScheme());
  }

  /**
   * Whether a request that belongs to one region was sent to the other one's address. A host that
   * is neither region's, as behind a proxy, is nobody's mistake.
   *
   * @param host the request's {@code Host}
   */
  public boolean isOtherThan(Region right, String host) {
    URI mine = of(right);
    URI other = of(right == Region.EU ? Region.US : Region.EU);
    return !authority(mine).equals(authority(other)) && authority(other).equals(bare(other, host));
  }

  private static String authority(URI address) {
    return bare(address, address.getRawAuthority());
  }

  private static String bare(URI address, String host) {
    String usualPort = "https".equals(address.getScheme()) ? ":443" : ":80";
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(usualPort)
        ? lower.substring(0, lower.length() - usualPort.length())
        : lower;
  }
}
