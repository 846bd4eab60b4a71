package dev.portcullis.access.configuration;

import java.util.Set;

/**
 * What somebody wants an organization's configuration to be.
 *
 * @param unread what of the document could not be read, as far as its name could
 * @param isWhole whether everything could be read; otherwise nothing is stored, and the rest is
 *     only judged
 * @param prune whether what is there and not in the document goes
 * @param dryRun whether only to say what would be done
 */
public record ConfigurationImport(
    Configuration wanted,
    Set<ConfigurationReference> unread,
    boolean isWhole,
    boolean prune,
    boolean dryRun) {

  public ConfigurationImport {
    unread = Set.copyOf(unread);
  }
}
