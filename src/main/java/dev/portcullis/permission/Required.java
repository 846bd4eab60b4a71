package dev.portcullis.permission;

/** The check at the engine's door: an identifier that names nothing is a caller's mistake. */
final class Required {

  private Required() {}

  static void text(String value, String what) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
  }

  static void texts(Iterable<String> values, String what) {
    values.forEach(value -> text(value, what));
  }
}
