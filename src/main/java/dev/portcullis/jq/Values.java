package dev.portcullis.jq;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What holds of JSON values, given as null, booleans, numbers, texts, lists and maps. */
final class Values {

  /** jq's order: null, false, true, numbers, texts, lists, objects. */
  static final Comparator<@Nullable Object> ORDER = Values::compare;

  private Values() {}

  static boolean isTrue(@Nullable Object value) {
    return value != null && !Boolean.FALSE.equals(value);
  }

  static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean _ -> "boolean";
      case Number _ -> "number";
      case String _ -> "string";
      case List<?> _ -> "array";
      case Map<?, ?> _ -> "object";
      default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
    };
  }

  private static int rank(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Boolean truth -> truth ? 2 : 1;
      case Number _ -> 3;
      case String _ -> 4;
      case List<?> _ -> 5;
      default -> 6;
    };
  }

  private static int compare(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number left && other instanceof Number right) {
      return compareNumbers(left, right);
    }
    if (one instanceof String left && other instanceof String right) {
      return compareTexts(left, right);
    }
    if (one instanceof List<?> left && other instanceof List<?> right) {
      return compareLists(left, right);
    }
    if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
      return compareObjects(left, right);
    }
    return Integer.compare(rank(one), rank(other));
  }

  /** Exact, where jq's doubles would take different large numbers for the same one. */
  private static int compareNumbers(Number one, Number other) {
    double left = one.doubleValue();
    double right = other.doubleValue();
    return Double.isFinite(left) && Double.isFinite(right)
        ? exact(one).compareTo(exact(other))
        : Double.compare(left, right);
  }

  private static BigDecimal exact(Number number) {
    return switch (number) {
      case BigDecimal decimal -> decimal;
      case BigInteger integer -> new BigDecimal(integer);
      case Double real -> BigDecimal.valueOf(real);
      case Float real -> BigDecimal.valueOf(real.doubleValue());
      default -> BigDecimal.valueOf(number.longValue());
    };
  }

  /** By code points, as UTF-8 sorts. */
  private static int compareTexts(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    Iterator<Integer> left = one.codePoints().iterator();
    Iterator<Integer> right = other.codePoints().iterator();
    while (left.hasNext() && right.hasNext()) {
      int order = Integer.compare(left.next(), right.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }

  private static int compareLists(List<?> one, List<?> other) {
    Iterator<?> left = one.iterator();
    Iterator<?> right = other.iterator();
    while (left.hasNext() && right.hasNext()) {
      int order = compare(left.next(), right.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }

  private static int compareObjects(Map<?, ?> one, Map<?, ?> other) {
    int order = compareLists(keys(one), keys(other));
    for (Object key : order == 0 ? keys(one) : List.of()) {
      order = compare(one.get(key), other.get(key));
      if (order != 0) {
        break;
      }
    }
    return order;
  }

  /** The keys of an object in jq's order. */
  static List<String> keys(Map<?, ?> object) {
    TreeSet<String> keys = new TreeSet<>(Values::compareTexts);
    object.keySet().forEach(key -> keys.add((String) key));
    return List.copyOf(keys);
  }

  /** How many values and characters a value holds, up to a limit. */
  static long size(@Nullable Object value, long limit) {
    long size = 1;
    if (value instanceof String text) {
      size += text.length();
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        size += size <= limit ? size(element, limit - size) : 0;
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        size += size <= limit ? size(entry.getKey(), 0) + size(entry.getValue(), limit - size) : 0;
      }
    }
    return size;
  }
}
