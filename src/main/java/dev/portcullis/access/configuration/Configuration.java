package dev.portcullis.access.configuration;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An organization's configuration, or a part of one. Everything in it goes by names; nothing is
 * secret and nothing changes by itself.
 *
 * @param parts by name within a kind; of a kind that is absent nothing is said, and an import
 *     leaves alone what there is of it
 */
public record Configuration(Map<ConfigurationKind, List<ConfigurationItem>> parts) {

  public Configuration {
    Map<ConfigurationKind, List<ConfigurationItem>> ordered =
        new EnumMap<>(ConfigurationKind.class);
    parts.forEach((kind, items) ->
        ordered.put(
            kind,
            items.stream().sorted(Comparator.comparing(ConfigurationItem::identifier)).toList()));
    parts = ordered;
  }

  /** Whether it says what there is of a kind. */
  public boolean says(ConfigurationKind kind) {
    return parts.containsKey(kind);
  }

  /** All of a kind. */
  public List<ConfigurationItem> of(ConfigurationKind kind) {
    return parts.getOrDefault(kind, List.of());
  }
}
