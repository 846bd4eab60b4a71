package dev.portcullis.jq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The built-in functions of lists and objects. */
final class Lists {

  private final Meter meter;
  private final Access access;

  Lists(Meter meter) {
    this.meter = meter;
    this.access = new Access(meter);
  }

  private List<?> of(@Nullable Object value, String function) {
    if (value instanceof List<?> list) {
      meter.make(list.size());
      return list;
    }
    throw new JqError("%s needs an array, not %s".formatted(function, Values.type(value)));
  }

  List<@Nullable Object> sorted(@Nullable Object input, Comparator<@Nullable Object> order) {
    List<@Nullable Object> sorted = new ArrayList<>(of(input, "sort"));
    meter.make((long) sorted.size() * (64 - Long.numberOfLeadingZeros(sorted.size())));
    sorted.sort(order);
    return sorted;
  }

  static @Nullable Object first(@Nullable Object pair) {
    return pair instanceof List<?> list ? list.getFirst() : null;
  }

  /** Pairs of key and value become lists of the values of one key, in order of the keys. */
  List<@Nullable Object> grouped(@Nullable Object pairs) {
    TreeMap<@Nullable Object, List<@Nullable Object>> groups = new TreeMap<>(Values.ORDER);
    for (Object pair : of(pairs, "group_by")) {
      List<?> both = (List<?>) pair;
      groups.computeIfAbsent(both.get(0), _ -> new ArrayList<>()).add(both.get(1));
    }
    return new ArrayList<>(groups.values());
  }

  @Nullable Object reversed(@Nullable Object input) {
    if (input == null) {
      return List.of();
    }
    if (input instanceof String text) {
      meter.make(text.length());
      return new StringBuilder(text).reverse().toString();
    }
    List<@Nullable Object> reversed = new ArrayList<>(of(input, "reverse"));
    Collections.reverse(reversed);
    return reversed;
  }

  List<@Nullable Object> flattened(@Nullable Object input, double depth) {
    if (depth < 0) {
      throw new JqError("flatten depth must not be negative");
    }
    List<@Nullable Object> flat = new ArrayList<>();
    for (Object element : Access.elements(input)) {
      meter.make(1);
      if (element instanceof List<?> && depth > 0) {
        meter.enter();
        flat.addAll(flattened(element, depth - 1));
        meter.leave();
      } else {
        flat.add(element);
      }
    }
    return flat;
  }

  boolean contains(@Nullable Object whole, @Nullable Object part) {
    meter.enter();
    try {
      if (whole instanceof Map<?, ?> one && part instanceof Map<?, ?> other) {
        return other.entrySet().stream()
            .allMatch(member ->
                one.containsKey(member.getKey())
                    && contains(one.get(member.getKey()), member.getValue()));
      }
      if (whole instanceof List<?> one && part instanceof List<?> other) {
        return other.stream().allMatch(wanted -> one.stream().anyMatch(has -> holds(has, wanted)));
      }
      if (whole instanceof String one && part instanceof String other) {
        meter.make((long) one.length() + other.length());
        return one.contains(other);
      }
      if (Values.type(whole).equals(Values.type(part))) {
        return Values.ORDER.compare(whole, part) == 0;
      }
    } finally {
      meter.leave();
    }
    throw new JqError(
        "%s and %s cannot have their containment checked"
            .formatted(Values.type(whole), Values.type(part)));
  }

  private boolean holds(@Nullable Object whole, @Nullable Object part) {
    return Values.type(whole).equals(Values.type(part)) && contains(whole, part);
  }

  /** Where in a text or list the wanted text, element or run of elements begins. */
  @Nullable Object indices(@Nullable Object input, @Nullable Object wanted) {
    return switch (input) {
      case null -> null;
      case String text when wanted instanceof String part -> places(text, part);
      case List<?> list when wanted instanceof List<?> run -> runs(list, run);
      case List<?> list -> runs(list, Collections.singletonList(wanted));
      default ->
          throw new JqError(
              "cannot look for %s in %s".formatted(Values.type(wanted), Values.type(input)));
    };
  }

  private List<@Nullable Object> places(String text, String part) {
    List<@Nullable Object> places = new ArrayList<>();
    if (!part.isEmpty()) {
      for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        meter.make(1L + part.length());
        places.add(text.codePointCount(0, at));
      }
    }
    return places;
  }

  private List<@Nullable Object> runs(List<?> list, List<?> run) {
    List<@Nullable Object> places = new ArrayList<>();
    for (int at = 0; !run.isEmpty() && at + run.size() <= list.size(); at++) {
      meter.make(run.size());
      if (Values.ORDER.compare(list.subList(at, at + run.size()), run) == 0) {
        places.add(at);
      }
    }
    return places;
  }

  /** The first or the last; null where there is none. */
  static @Nullable Object end(@Nullable Object places, boolean first) {
    return places instanceof List<?> list && !list.isEmpty()
        ? (first ? list.getFirst() : list.getLast())
        : null;
  }

  /** What lies at a path; null where there is nothing. */
  @Nullable Object at(@Nullable Object input, @Nullable Object path) {
    @Nullable Object found = input;
    for (Object step : of(path, "getpath")) {
      found = found == null ? null : step(found, step);
    }
    return found;
  }

  private @Nullable Object step(Object whole, @Nullable Object step) {
    return step instanceof Map<?, ?> slice
        ? access.slice(whole, slice.get(Edits.START), slice.get(Edits.END))
        : Access.index(whole, step);
  }
}
