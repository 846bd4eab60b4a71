package dev.portcullis.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the sign-ins' register holds of one user, as a pure function of the claims that were taken
 * in: the newest complete claim, whole, and what cut-off claims newer than it named. The order in
 * which claims come in does not matter.
 *
 * @param newest the time of the newest complete claim
 * @param entries its names with its time, and later claims' with theirs
 */
record ClaimRegister(Optional<Instant> newest, Set<Entry> entries) {

  static final ClaimRegister EMPTY = new ClaimRegister(Optional.empty(), Set.of());

  ClaimRegister {
    entries = Set.copyOf(entries);
  }

  /** That a claim of that time named a group so. */
  record Entry(String name, Instant at) {}

  /**
   * Tells whether one name meant one group at two times. Two entries of which it says so are worth
   * as much as the later one.
   */
  @FunctionalInterface
  interface Meanings {
    boolean alike(String name, Instant one, Instant other);
  }

  /** Whether a claim of that time is older than the newest complete one. */
  boolean outdates(Instant time) {
    return newest.filter(time::isBefore).isPresent();
  }

  /**
   * With a complete claim, which no newer one outdates. Of two of one time what both name counts.
   */
  ClaimRegister withComplete(Collection<String> names, Instant at) {
    Set<Entry> kept = new LinkedHashSet<>();
    entries.stream().filter(entry -> entry.at().isAfter(at)).forEach(kept::add);
    Predicate<String> counts =
        newest.equals(Optional.of(at)) ? name -> entries.contains(new Entry(name, at)) : _ -> true;
    names.stream().filter(counts).map(name -> new Entry(name, at)).forEach(kept::add);
    return new ClaimRegister(Optional.of(at), kept);
  }

  /**
   * With a claim that was cut off: it adds, and takes nothing away. One that is not newer than the
   * newest complete claim adds nothing to it.
   */
  ClaimRegister withTruncated(Collection<String> names, Instant at, Meanings meanings) {
    if (newest.filter(time -> !at.isAfter(time)).isPresent()) {
      return this;
    }
    Map<String, List<Entry>> others =
        entries.stream().filter(this::addsToWhole).collect(Collectors.groupingBy(Entry::name));
    Set<Entry> all = new LinkedHashSet<>(entries);
    for (String name : names) {
      List<Entry> alike =
          others.getOrDefault(name, List.of()).stream()
              .filter(other -> meanings.alike(name, at, other.at()))
              .toList();
      if (alike.stream().allMatch(other -> other.at().isBefore(at))) {
        alike.forEach(all::remove);
        all.add(new Entry(name, at));
      }
    }
    return new ClaimRegister(newest, all);
  }

  /** Whether it is of a cut-off claim: the complete one is kept whole. */
  private boolean addsToWhole(Entry entry) {
    return newest.filter(time -> !entry.at().isAfter(time)).isEmpty();
  }
}
