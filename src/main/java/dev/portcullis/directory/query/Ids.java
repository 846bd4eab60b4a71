package dev.portcullis.directory.query;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads identifiers as they are written in replies; any other spelling means nobody. */
public final class Ids {

  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Ids() {}

  /** The identifier that a text is. */
  public static Optional<UUID> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
