package dev.portcullis.scim;

import dev.portcullis.attribute.Window;
import dev.portcullis.scim.message.ScimFault;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a search says of its results (RFC 7644 §3.4.2), in a query or in a message. */
record QueryParameters(RequestSource source) {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,100}");

  /** What is searched for; an empty text is there, and no filter. */
  Optional<String> filter() {
    return source.parameter("filter");
  }

  /** The attribute that results are sorted by. */
  Optional<String> sortBy() {
    return source.parameter("sortBy").map(String::strip).filter(name -> !name.isEmpty());
  }

  /** Whether the last comes first; without {@code sortBy} there is no order to turn around. */
  boolean isDescending() {
    String order = source.parameter("sortOrder").map(String::strip).orElse("");
    return switch (order.toLowerCase(Locale.ROOT)) {
      case "", "ascending" -> false;
      case "descending" -> sortBy().isPresent();
      default -> throw ScimFault.invalidValue("`sortOrder` must be ascending or descending");
    };
  }

  /** Odd values mean the nearest sensible one (RFC 7644 §3.4.2.4). */
  Window window() {
    long startIndex = number("startIndex", 1, ScimFault::invalidValue);
    return new Window(Math.clamp(startIndex, 1, Integer.MAX_VALUE), count(ScimFault::invalidValue));
  }

  /**
   * Where a walk by cursor goes on, an empty text at its beginning; empty where the client pages by
   * index (RFC 9865 §2.4).
   */
  Optional<String> cursor() {
    Optional<String> cursor = source.parameter("cursor");
    if (cursor.isPresent() && source.parameter("startIndex").isPresent()) {
      throw ScimFault.invalidValue(
          "`cursor` and `startIndex` exclude each other: leave one of them out");
    }
    return cursor;
  }

  /** How many results the next part of a walk may have (RFC 9865 §2). */
  int walkCount() {
    return count(ScimFault::invalidCount);
  }

  private int count(Function<String, ScimFault> fault) {
    return Math.clamp(number("count", ScimRequest.DEFAULT_COUNT, fault), 0, ScimRequest.MAX_COUNT);
  }

  private long number(String name, long absent, Function<String, ScimFault> fault) {
    Optional<String> text = source.parameter(name);
    if (text.isEmpty()) {
      return absent;
    }
    if (!INTEGER.matcher(text.get()).matches()) {
      throw fault.apply("`" + name + "` must be an integer");
    }
    return new BigInteger(text.get())
        .max(BigInteger.valueOf(Integer.MIN_VALUE))
        .min(BigInteger.valueOf(Integer.MAX_VALUE))
        .longValue();
  }
}
