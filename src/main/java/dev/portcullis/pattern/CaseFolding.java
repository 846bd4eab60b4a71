package dev.portcullis.pattern;

import com.google.re2j.Pattern;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which code points {@code (?i)} takes for one another. The matcher is asked; see {@link Letters}.
 */
final class CaseFolding {

  /**
   * What each code point is the same as, itself included; absent for those that fold to nothing.
   */
  private static final TreeMap<Integer, CodePoints> ORBITS = orbits();

  /** Beyond it the matcher folds what stands alone, and not what stands in a class. */
  private static final int LAST_FOLDED_IN_CLASSES = 0x1044F;

  private CaseFolding() {}

  /** The set with whatever is the same as one of its members. */
  static CodePoints of(CodePoints set) {
    CodePoints.Builder folded = new CodePoints.Builder().add(set);
    for (int range = 0; range < set.ranges(); range++) {
      ORBITS
          .subMap(set.first(range), true, set.last(range), true)
          .forEach((letter, same) -> folded.add(known(set, letter, same)));
    }
    return folded.build();
  }

  private static CodePoints known(CodePoints set, int letter, CodePoints same) {
    if (letter > LAST_FOLDED_IN_CLASSES && !same.without(set).isEmpty()) {
      throw new NotAnalysable(
          "it ignores case in letters for which the matcher does so at times only");
    }
    return same;
  }

  private static TreeMap<Integer, CodePoints> orbits() {
    TreeMap<Integer, CodePoints> orbits = new TreeMap<>();
    for (Set<Integer> candidates : candidates()) {
      for (int each : candidates) {
        Pattern same = Pattern.compile("(?i)" + Pattern.quote(Character.toString(each)));
        CodePoints.Builder orbit = new CodePoints.Builder();
        candidates.stream()
            .filter(other -> same.matches(Character.toString(other)))
            .forEach(other -> orbit.add(other, other));
        orbits.put(each, orbit.build());
      }
    }
    return orbits;
  }

  /** Code points that might be the same: whatever upper and lower case lead to from one another. */
  private static Collection<Set<Integer>> candidates() {
    Map<Integer, Set<Integer>> candidates = new HashMap<>();
    for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
      int upper = Character.toUpperCase(each);
      int lower = Character.toLowerCase(each);
      if ((upper != each || lower != each) && !EndlessFolding.isOneOf(each)) {
        candidates
            .computeIfAbsent(Character.toLowerCase(upper), _ -> new TreeSet<>())
            .addAll(List.of(each, upper, lower));
      }
    }
    return candidates.values();
  }
}
