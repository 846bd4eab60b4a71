package dev.portcullis.organization;

import java.net.URI;

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
}
