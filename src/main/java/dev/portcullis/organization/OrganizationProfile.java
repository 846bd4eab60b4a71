package dev.portcullis.organization;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A tenant as its own people see it.
 *
 * @param name what its Admins call it; the operator's name for it until they do. Not unique, so
 *     that nobody learns of another tenant by trying names
 * @param values what was set, by Port's names; the settings lie under {@code settings}
 */
public record OrganizationProfile(
    UUID id, String name, Region region, Map<String, Object> values, Instant createdAt) {

  /** The field under which the settings lie. */
  public static final String SETTINGS = "settings";

  public OrganizationProfile {
    values = Map.copyOf(values);
  }

  /** The settings that were made. */
  public Map<?, ?> settings() {
    return values.get(SETTINGS) instanceof Map<?, ?> settings ? settings : Map.of();
  }
}
