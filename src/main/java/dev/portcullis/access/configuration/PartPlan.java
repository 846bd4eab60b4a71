package dev.portcullis.access.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What makes what is wanted of what is there, of one kind; pure.
 *
 * @param missing what is there and not wanted
 */
record PartPlan<T extends ConfigurationItem>(
    List<T> add, List<Change<T>> change, List<T> missing, int unchanged) {

  /** One that is to be otherwise. */
  record Change<T>(T before, T after) {}

  /**
   * The plan.
   *
   * @param settled what is wanted as it would be kept, given what is there in its place
   */
  static <T extends ConfigurationItem> PartPlan<T> of(
      List<T> present, List<T> wanted, BiFunction<T, Optional<T>, T> settled) {
    Map<ConfigurationReference, T> left = new LinkedHashMap<>();
    present.forEach(item -> left.put(item.reference(), item));
    List<T> add = new ArrayList<>();
    List<Change<T>> change = new ArrayList<>();
    int unchanged = 0;
    for (T sent : wanted) {
      Optional<T> before = Optional.ofNullable(left.remove(sent.reference()));
      T after = settled.apply(sent, before);
      if (before.isEmpty() ? after.isNothing() : before.get().isLike(after)) {
        unchanged++;
      } else if (before.isEmpty()) {
        add.add(after);
      } else {
        change.add(new Change<>(before.get(), after));
      }
    }
    return new PartPlan<>(add, change, List.copyOf(left.values()), unchanged);
  }
}
