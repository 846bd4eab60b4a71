package dev.portcullis.catalog;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** What the formats of Port's text properties ask for; formats that only the portal draws pass. */
final class ValueFormat {

  private static final int MAX_LENGTH = 10_000;

  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F]{1,4}");

  private ValueFormat() {}

  /** Whether a text has the format. */
  static boolean fits(String format, String text) {
    if (text.length() > MAX_LENGTH) {
      return !isJudged(format);
    }
    return switch (format) {
      case "url" -> URL.matcher(text).matches();
      case "email", "idn-email" -> EMAIL.matcher(text).matches();
      case "date-time", "timer" -> isTime(text);
      case "ipv4" -> isFour(text);
      case "ipv6" -> isSix(text);
      default -> true;
    };
  }

  private static boolean isJudged(String format) {
    return switch (format) {
      case "url", "email", "idn-email", "date-time", "timer", "ipv4", "ipv6" -> true;
      default -> false;
    };
  }

  /** What a text of the format looks like, for whoever sent another one. */
  static String inWords(String format) {
    return switch (format) {
      case "url" -> "an address such as https://acme.example/x";
      case "email", "idn-email" -> "an e-mail address";
      case "date-time", "timer" -> "a time such as 2030-01-31T12:00:00Z";
      case "ipv4" -> "an IPv4 address such as 192.0.2.1";
      case "ipv6" -> "an IPv6 address such as 2001:db8::1";
      default -> "of format `" + format + "`";
    };
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isFour(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (!OCTET.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }

  /** RFC 4291: eight groups, a run of zeroes once left out, the last two perhaps as IPv4. */
  private static boolean isSix(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    if (gap < 0) {
      return groups(text) == 8;
    }
    int before = groups(text.substring(0, gap));
    int after = groups(text.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** How many groups of 16 bits a part stands for; less than none if it is malformed. */
  private static int groups(String part) {
    if (part.isEmpty()) {
      return 0;
    }
    String[] pieces = part.split(":", -1);
    int groups = 0;
    for (int i = 0; i < pieces.length; i++) {
      if (SIX.matcher(pieces[i]).matches()) {
        groups++;
      } else if (i == pieces.length - 1 && isFour(pieces[i])) {
        groups += 2;
      } else {
        return Integer.MIN_VALUE;
      }
    }
    return groups;
  }
}
