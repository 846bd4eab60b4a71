package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the operators make of two values. */
final class Arithmetic {

  private static final Map<Operator, String> VERBS =
      Map.of(
          Operator.PLUS, "added",
          Operator.MINUS, "subtracted",
          Operator.TIMES, "multiplied",
          Operator.DIVIDE, "divided",
          Operator.MODULO, "divided");

  private final Meter meter;

  Arithmetic(Meter meter) {
    this.meter = meter;
  }

  @Nullable Object of(Operator operator, @Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Number || left == null)) {
      meter.look();
    }
    return switch (operator) {
      case EQUAL -> Values.ORDER.compare(left, right) == 0;
      case UNEQUAL -> Values.ORDER.compare(left, right) != 0;
      case LESS -> Values.ORDER.compare(left, right) < 0;
      case LESS_OR_EQUAL -> Values.ORDER.compare(left, right) <= 0;
      case GREATER -> Values.ORDER.compare(left, right) > 0;
      case GREATER_OR_EQUAL -> Values.ORDER.compare(left, right) >= 0;
      case PLUS -> plus(left, right);
      case MINUS -> minus(left, right);
      case TIMES -> times(left, right);
      case DIVIDE -> divided(left, right);
      case MODULO -> modulo(left, right);
    };
  }

  @Nullable Object plus(@Nullable Object left, @Nullable Object right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    if (left instanceof Number one && right instanceof Number other) {
      return one.doubleValue() + other.doubleValue();
    }
    if (left instanceof String one && right instanceof String other) {
      meter.make((long) one.length() + other.length());
      return one + other;
    }
    if (left instanceof List<?> one && right instanceof List<?> other) {
      meter.make((long) one.size() + other.size());
      List<@Nullable Object> joined = new ArrayList<>(one);
      joined.addAll(other);
      return joined;
    }
    if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
      return merged(one, other, false);
    }
    throw unfit(Operator.PLUS, left, right);
  }

  private Object minus(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return one.doubleValue() - other.doubleValue();
    }
    if (left instanceof List<?> one && right instanceof List<?> other) {
      meter.make((long) one.size() + other.size());
      TreeSet<@Nullable Object> without = new TreeSet<>(Values.ORDER);
      without.addAll(other);
      List<@Nullable Object> rest = new ArrayList<>(one);
      rest.removeIf(without::contains);
      return rest;
    }
    throw unfit(Operator.MINUS, left, right);
  }

  private @Nullable Object times(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return one.doubleValue() * other.doubleValue();
    }
    if (left instanceof String text && right instanceof Number times) {
      return repeated(text, times);
    }
    if (left instanceof Number times && right instanceof String text) {
      return repeated(text, times);
    }
    if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
      return merged(one, other, true);
    }
    throw unfit(Operator.TIMES, left, right);
  }

  private @Nullable Object repeated(String text, Number number) {
    double times = number.doubleValue();
    if (!(times > 0)) {
      return null;
    }
    long count = (long) Math.max(1, Math.ceil(Math.min(times, Integer.MAX_VALUE)));
    meter.make(count * Math.max(1, text.length()));
    return text.repeat((int) count);
  }

  private Object divided(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return one.doubleValue() / nonZero(one, other);
    }
    if (left instanceof String text && right instanceof String separator) {
      return split(text, separator);
    }
    throw unfit(Operator.DIVIDE, left, right);
  }

  /** The parts of a text between the separators. */
  List<@Nullable Object> split(String text, String separator) {
    meter.make(text.length());
    if (text.isEmpty()) {
      return List.of();
    }
    return separator.isEmpty()
        ? new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList())
        : new ArrayList<>(Arrays.asList(text.split(Pattern.quote(separator), -1)));
  }

  private static double nonZero(Number left, Number right) {
    if (right.doubleValue() == 0) {
      throw new JqError(
          "number (%s) and number (%s) cannot be divided because the divisor is zero"
              .formatted(JsonText.number(left), JsonText.number(right)));
    }
    return right.doubleValue();
  }

  /** Of whole numbers; the sign is the dividend's. */
  private static Object modulo(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      long divisor = (long) other.doubleValue();
      nonZero(one, divisor);
      return (double) ((long) one.doubleValue() % divisor);
    }
    throw unfit(Operator.MODULO, left, right);
  }

  private Object merged(Map<?, ?> left, Map<?, ?> right, boolean deep) {
    meter.make((long) left.size() + right.size());
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    left.forEach((key, value) -> merged.put((String) key, value));
    right.forEach((key, value) -> {
      boolean both = deep && merged.get(key) instanceof Map<?, ?> && value instanceof Map<?, ?>;
      merged.put((String) key, both ? times(merged.get(key), value) : value);
    });
    return merged;
  }

  private static JqError unfit(Operator operator, @Nullable Object left, @Nullable Object right) {
    return new JqError(
        "%s and %s cannot be %s"
            .formatted(
                Values.type(left), Values.type(right), VERBS.getOrDefault(operator, "joined")));
  }
}
