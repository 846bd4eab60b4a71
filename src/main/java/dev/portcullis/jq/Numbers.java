package dev.portcullis.jq;

import org.jspecify.annotations.Nullable;

/** The built-in functions of numbers. */
final class Numbers {

  private Numbers() {}

  static double of(@Nullable Object value, String function) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new JqError("%s needs a number, not %s".formatted(function, Values.type(value)));
  }

  /** The number that a function makes of another. */
  static double made(String key, @Nullable Object input) {
    double value = of(input, key.substring(0, key.indexOf('/')));
    return switch (key) {
      case "floor/0" -> Math.floor(value);
      case "ceil/0" -> Math.ceil(value);
      case "round/0" -> rounded(value);
      case "sqrt/0" -> Math.sqrt(value);
      case "log/0" -> Math.log(value);
      case "exp/0" -> Math.exp(value);
      default -> Math.abs(value);
    };
  }

  /** Halves go away from zero. */
  private static double rounded(double value) {
    return Math.copySign(Math.floor(Math.abs(value) + 0.5), value);
  }

  /** What has to do with numbers that are none, or without end. */
  static Object special(String key, @Nullable Object input) {
    return switch (key) {
      case "infinite/0" -> Double.POSITIVE_INFINITY;
      case "nan/0" -> Double.NaN;
      case "isinfinite/0" -> Double.isInfinite(of(input, "isinfinite"));
      case "isnan/0" -> Double.isNaN(of(input, "isnan"));
      default -> isNormal(of(input, "isnormal"));
    };
  }

  private static boolean isNormal(double value) {
    return Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL;
  }

  static double power(@Nullable Object base, @Nullable Object exponent) {
    return Math.pow(of(base, "pow"), of(exponent, "pow"));
  }
}
