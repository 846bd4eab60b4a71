package dev.portcullis.attribute;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one normaliser behind every comparison that does not regard case: compatibility forms are
 * unified (NFKC), then case is folded through upper case, so that {@code ß} meets {@code SS}.
 *
 * <p>It is done here and not in SQL, so that both databases agree on what is equal.
 */
public final class CaseFold {

  private static final char LAST_ASCII = 0x7F;

  private CaseFold() {}

  /** The key under which a text is compared; folding a key again answers the same key. */
  public static String of(String text) {
    // Most texts are, and the way below goes over them seven times.
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String folded = once(text);
    String again = once(folded);
    return again.equals(folded) ? folded : again;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static String once(String text) {
    String unified = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String folded = unified.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }
}
