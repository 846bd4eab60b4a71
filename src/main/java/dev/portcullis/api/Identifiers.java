package dev.portcullis.api;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads identifiers in paths: what cannot be one means nothing that exists. */
final class Identifiers {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Identifiers() {}

  static UUID uuid(String resource, String byField, String text) {
    return uuid(text).orElseThrow(() -> RequestFault.notFound(resource, byField, text));
  }

  /** Empty if the text cannot be an identifier. */
  static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
