package dev.portcullis.jq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes values that are like others but for what lies at a path. */
final class Edits {

  static final String START = "start";
  static final String END = "end";

  private final Meter meter;

  Edits(Meter meter) {
    this.meter = meter;
  }

  /** The step that a slice is in a path. */
  static Map<String, @Nullable Object> slice(@Nullable Object from, @Nullable Object to) {
    Map<String, @Nullable Object> step = new LinkedHashMap<>();
    step.put(START, from);
    step.put(END, to);
    return step;
  }

  /** The value with another one at a path. */
  @Nullable Object with(@Nullable Object whole, @Nullable Object path, @Nullable Object value) {
    if (!(path instanceof List<?> steps)) {
      throw new JqError("a path must be an array, not " + Values.type(path));
    }
    return with(whole, steps, 0, value);
  }

  private @Nullable Object with(
      @Nullable Object whole, List<?> path, int at, @Nullable Object value) {
    if (at == path.size()) {
      return value;
    }
    meter.enter();
    try {
      return switch (path.get(at)) {
        case String name -> member(whole, name, path, at, value);
        case Number position -> element(whole, position, path, at, value);
        case Map<?, ?> slice -> part(whole, slice, path, at, value);
        case null, default -> throw unfit(path.get(at), whole);
      };
    } finally {
      meter.leave();
    }
  }

  private Object member(
      @Nullable Object whole, String name, List<?> path, int at, @Nullable Object value) {
    if (!(whole == null || whole instanceof Map<?, ?>)) {
      throw unfit(name, whole);
    }
    Map<String, @Nullable Object> members = copied((Map<?, ?>) whole);
    members.put(name, with(members.get(name), path, at + 1, value));
    return members;
  }

  private Object element(
      @Nullable Object whole, Number position, List<?> path, int at, @Nullable Object value) {
    if (!(whole == null || whole instanceof List<?>)) {
      throw unfit(position, whole);
    }
    List<@Nullable Object> elements = copied((List<?>) whole);
    double counted = counted(position, elements.size());
    if (!(counted >= 0)) {
      throw new JqError("an array has no place before its beginning, nor at `nan`");
    }
    // Paid for before the gap is filled.
    meter.make((long) Math.min(counted, Long.MAX_VALUE / 2.0));
    while (elements.size() <= counted) {
      elements.add(null);
    }
    elements.set((int) counted, with(elements.get((int) counted), path, at + 1, value));
    return elements;
  }

  private Object part(
      @Nullable Object whole, Map<?, ?> slice, List<?> path, int at, @Nullable Object value) {
    if (!(whole == null || whole instanceof List<?>)) {
      throw unfit(slice, whole);
    }
    List<@Nullable Object> elements = copied((List<?>) whole);
    List<@Nullable Object> part = part(elements, slice);
    Object present = whole == null ? null : new ArrayList<>(part);
    if (!(with(present, path, at + 1, value) instanceof List<?> replacement)) {
      throw new JqError("a slice of an array can only be assigned another array");
    }
    meter.make(replacement.size());
    part.clear();
    part.addAll(replacement);
    return elements;
  }

  /** The part of a list that a slice means, as a view. */
  private static List<@Nullable Object> part(List<@Nullable Object> elements, Map<?, ?> slice) {
    int from = Access.start(end(slice, START), elements.size());
    int to = Math.max(from, Access.end(end(slice, END), elements.size()));
    return elements.subList(from, to);
  }

  private static @Nullable Number end(Map<?, ?> slice, String name) {
    return switch (slice.get(name)) {
      case null -> null;
      case Number number -> number;
      default -> throw new JqError("start and end of a slice must be numbers");
    };
  }

  private static double counted(Number position, int size) {
    double floor = Math.floor(position.doubleValue());
    return floor < 0 ? floor + size : floor;
  }

  private Map<String, @Nullable Object> copied(@Nullable Map<?, ?> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (object != null) {
      meter.make(object.size());
      object.forEach((name, value) -> copy.put((String) name, value));
    }
    return copy;
  }

  private List<@Nullable Object> copied(@Nullable List<?> list) {
    List<@Nullable Object> copy = new ArrayList<>();
    if (list != null) {
      meter.make(list.size());
      copy.addAll(list);
    }
    return copy;
  }

  /** The value without what lies at these paths; what is not there is passed over. */
  @Nullable Object without(@Nullable Object whole, @Nullable Object paths) {
    if (!(paths instanceof List<?> all)) {
      throw new JqError("paths must be an array, not " + Values.type(paths));
    }
    // The last first, so that positions stay what they are.
    meter.make(all.size());
    List<@Nullable Object> ordered = new ArrayList<>(all);
    ordered.sort(Comparator.comparing((@Nullable Object path) -> path, Values.ORDER).reversed());
    @Nullable Object rest = whole;
    for (Object path : ordered) {
      if (!(path instanceof List<?> steps)) {
        throw new JqError("a path must be an array, not " + Values.type(path));
      }
      rest = steps.isEmpty() ? null : without(rest, steps, 0);
    }
    return rest;
  }

  private @Nullable Object without(@Nullable Object whole, List<?> path, int at) {
    if (whole == null) {
      return null;
    }
    meter.enter();
    try {
      Object step = path.get(at);
      if (at == path.size() - 1) {
        return withoutStep(whole, step);
      }
      Object inner =
          step instanceof Map<?, ?> slice && whole instanceof List<?> list
              ? new ArrayList<>(part(copied(list), slice))
              : Access.index(whole, step);
      return inner == null
          ? whole
          : with(whole, List.of(Objects.requireNonNull(step)), 0, without(inner, path, at + 1));
    } finally {
      meter.leave();
    }
  }

  private Object withoutStep(Object whole, @Nullable Object step) {
    if (whole instanceof Map<?, ?> object && step instanceof String name) {
      Map<String, @Nullable Object> members = copied(object);
      members.remove(name);
      return members;
    }
    if (whole instanceof List<?> list && step instanceof Number position) {
      List<@Nullable Object> elements = copied(list);
      double counted = counted(position, list.size());
      if (counted >= 0 && counted < list.size()) {
        elements.remove((int) counted);
      }
      return elements;
    }
    if (whole instanceof List<?> list && step instanceof Map<?, ?> slice) {
      List<@Nullable Object> elements = copied(list);
      part(elements, slice).clear();
      return elements;
    }
    throw unfit(step, whole);
  }

  private static JqError unfit(@Nullable Object step, @Nullable Object whole) {
    return new JqError(
        "%s has no place for a step that is %s".formatted(Values.type(whole), Values.type(step)));
  }
}
