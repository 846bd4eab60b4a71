package dev.portcullis.audit;

import java.util.List;

/**
 * How many names there were, and the first of them.
 *
 * @param names at most {@value #MAX_NAMES}
 */
public record NameSample(int count, List<String> names) {

  /** The most names of one kind that a record keeps. */
  public static final int MAX_NAMES = 100;

  /** No name. */
  public static final NameSample NONE = new NameSample(0, List.of());

  public NameSample {
    names = List.copyOf(names);
  }

  /** What is kept of all names. */
  public static NameSample of(List<String> all) {
    return new NameSample(all.size(), all.stream().limit(MAX_NAMES).toList());
  }
}
