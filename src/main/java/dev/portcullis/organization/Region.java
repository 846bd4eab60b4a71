package dev.portcullis.organization;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a tenant's data and its public address live. On the wire in lower case: {@code eu}, {@code
 * us}.
 */
public enum Region {
  EU,
  US;

  /** The name on the wire and in the database. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The region of that wire name, or empty for any other text. */
  public static Optional<Region> named(String wireName) {
    return Arrays.stream(values()).filter(region -> region.wireName().equals(wireName)).findFirst();
  }
}
