package dev.portcullis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the server answered and the file contradicts; written to from many threads. */
final class Differences {

  private final List<String> found = new ArrayList<>();

  synchronized void add(String difference) {
    found.add(difference);
  }

  /** Notes a difference unless {@code actual} equals {@code expected}. */
  void compare(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      add("%s: expected %s, got %s".formatted(what, expected, actual));
    }
  }

  /** Notes every element that only one of the two sets has; answers how many are in both. */
  int compareElements(String what, Set<String> expected, Set<String> actual) {
    Set<String> both = new TreeSet<>(expected);
    both.retainAll(actual);
    expected.stream()
        .filter(element -> !both.contains(element))
        .forEach(element -> add("%s: %s is missing".formatted(what, element)));
    actual.stream()
        .filter(element -> !both.contains(element))
        .forEach(element -> add("%s: %s does not belong there".formatted(what, element)));
    return both.size();
  }

  synchronized int count() {
    return found.size();
  }

  synchronized List<String> first(int limit) {
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }
}
