package dev.portcullis.pattern;

import java.util.Arrays;

/**
 * An immutable set of code points.
 *
 * <p>It is held as ranges in ascending order that neither overlap nor touch: first and last of the
 * first, first and last of the second, and so on. Equality is that of the array, so sets are not
 * compared.
 */
final class CodePoints {

  static final CodePoints NONE = new CodePoints(new int[0]);

  private final int[] bounds;

  private CodePoints(int[] bounds) {
    this.bounds = bounds;
  }

  /** One code point. */
  static CodePoints of(int codePoint) {
    return range(codePoint, codePoint);
  }

  /** All from the first to the last, both included. */
  static CodePoints range(int first, int last) {
    return new CodePoints(new int[] {first, last});
  }

  int ranges() {
    return bounds.length / 2;
  }

  int first(int range) {
    return bounds[2 * range];
  }

  int last(int range) {
    return bounds[2 * range + 1];
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  boolean contains(int codePoint) {
    int found = Arrays.binarySearch(bounds, codePoint);
    return found >= 0 || (-found - 1) % 2 == 1;
  }

  CodePoints and(CodePoints other) {
    Builder both = new Builder();
    int mine = 0;
    int its = 0;
    while (mine < ranges() && its < other.ranges()) {
      int first = Math.max(first(mine), other.first(its));
      int last = Math.min(last(mine), other.last(its));
      if (first <= last) {
        both.add(first, last);
      }
      if (last(mine) < other.last(its)) {
        mine++;
      } else {
        its++;
      }
    }
    return both.build();
  }

  CodePoints without(CodePoints other) {
    return and(other.complement());
  }

  /** All code points that are not in it. */
  CodePoints complement() {
    Builder others = new Builder();
    int next = 0;
    for (int range = 0; range < ranges(); range++) {
      if (next < first(range)) {
        others.add(next, first(range) - 1);
      }
      next = last(range) + 1;
    }
    if (next <= Character.MAX_CODE_POINT) {
      others.add(next, Character.MAX_CODE_POINT);
    }
    return others.build();
  }

  /** Collects ranges in any order. */
  static final class Builder {

    /** Each range as one number, the first in the upper half, so that they sort by it. */
    private long[] collected = new long[8];

    private int size;

    Builder add(int first, int last) {
      if (size == collected.length) {
        collected = Arrays.copyOf(collected, 2 * size);
      }
      collected[size++] = ((long) first << Integer.SIZE) | last;
      return this;
    }

    Builder add(CodePoints set) {
      for (int range = 0; range < set.ranges(); range++) {
        add(set.first(range), set.last(range));
      }
      return this;
    }

    CodePoints build() {
      Arrays.sort(collected, 0, size);
      int[] bounds = new int[2 * size];
      int used = 0;
      for (int i = 0; i < size; i++) {
        int first = (int) (collected[i] >> Integer.SIZE);
        int last = (int) collected[i];
        if (used > 0 && first <= bounds[used - 1] + 1) {
          bounds[used - 1] = Math.max(bounds[used - 1], last);
        } else {
          bounds[used++] = first;
          bounds[used++] = last;
        }
      }
      return new CodePoints(Arrays.copyOf(bounds, used));
    }
  }
}
