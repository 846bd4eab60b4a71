package dev.portcullis.api;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads identifiers in paths: what cannot be one means nothing that exists. */
final class Identifiers {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Identifiers() {}

  static UUID uuid(String resource, String byField, String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw RequestFault.notFound(resource, byField, text);
    }
    return UUID.fromString(text);
  }
}
