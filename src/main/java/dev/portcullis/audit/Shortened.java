package dev.portcullis.audit;

/** Cuts texts to the width of their columns. */
final class Shortened {

  private Shortened() {}

  /** The text, or as much of it as fits; a pair of surrogates stays whole or goes. */
  static String to(int limit, String text) {
    if (text.length() <= limit) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(limit - 1));
    return text.substring(0, split ? limit - 1 : limit);
  }
}
