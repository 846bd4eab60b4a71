package dev.portcullis.jq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are looked into. */
final class Access {

  private final Meter meter;

  Access(Meter meter) {
    this.meter = meter;
  }

  /** {@code target[key]}: null where there is nothing. */
  static @Nullable Object index(@Nullable Object target, @Nullable Object key) {
    if (target == null && (key == null || key instanceof String || key instanceof Number)) {
      return null;
    }
    if (target instanceof Map<?, ?> object && key instanceof String name) {
      return object.get(name);
    }
    if (target instanceof List<?> list && key instanceof Number number) {
      return element(list, number.doubleValue());
    }
    throw new JqError(
        key instanceof String name
            ? "cannot index %s with \"%s\"".formatted(Values.type(target), name)
            : "cannot index %s with %s".formatted(Values.type(target), Values.type(key)));
  }

  private static @Nullable Object element(List<?> list, double position) {
    if (Double.isNaN(position)) {
      return null;
    }
    double counted = Math.floor(position) + (position < 0 ? list.size() : 0);
    return counted >= 0 && counted < list.size() ? list.get((int) counted) : null;
  }

  /** {@code target[from:to]} */
  @Nullable Object slice(@Nullable Object target, @Nullable Object from, @Nullable Object to) {
    if (!(from == null || from instanceof Number) || !(to == null || to instanceof Number)) {
      throw new JqError("start and end of a slice must be numbers");
    }
    return switch (target) {
      case null -> null;
      case List<?> list -> {
        int start = start((Number) from, list.size());
        int end = Math.max(start, end((Number) to, list.size()));
        meter.make(end - start);
        yield new ArrayList<@Nullable Object>(list.subList(start, end));
      }
      case String text -> {
        int length = text.codePointCount(0, text.length());
        int start = start((Number) from, length);
        int end = Math.max(start, end((Number) to, length));
        meter.make(text.length());
        yield text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
      }
      default -> throw new JqError("cannot slice " + Values.type(target));
    };
  }

  static int start(@Nullable Number position, int length) {
    return position == null ? 0 : bounded(Math.floor(position.doubleValue()), length);
  }

  static int end(@Nullable Number position, int length) {
    return position == null ? length : bounded(Math.ceil(position.doubleValue()), length);
  }

  private static int bounded(double position, int length) {
    double counted = position < 0 ? position + length : position;
    return (int) Math.max(0, Math.min(length, counted));
  }

  /** {@code target[]} */
  static Iterable<? extends @Nullable Object> elements(@Nullable Object target) {
    return switch (target) {
      case List<?> list -> list;
      case Map<?, ?> object -> object.values();
      case null, default -> throw new JqError("cannot iterate over " + Values.type(target));
    };
  }
}
