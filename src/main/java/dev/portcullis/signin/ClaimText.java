package dev.portcullis.signin;

import java.util.Map;
import java.util.Optional;

/** Reads texts out of claims, which a provider's users may have a say in. */
final class ClaimText {

  /** The longest name that is kept, in UTF-16 units; the directory's bound for names. */
  static final int MAX_LENGTH = 256;

  private ClaimText() {}

  /** Whether a text holds neither control characters, line separators nor lone surrogates. */
  static boolean isPlain(String text) {
    return text.codePoints().noneMatch(ClaimText::isUnfit);
  }

  private static boolean isUnfit(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Whether a text can be the name of a person or a group. */
  static boolean isName(String text) {
    return !text.isBlank() && text.length() <= MAX_LENGTH && isPlain(text);
  }

  /** The text of a claim, where it is one that can be kept. */
  static Optional<String> name(Map<String, Object> claims, String claim) {
    return claims.get(claim) instanceof String text && isName(text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
