package dev.portcullis.directory;

import java.util.Optional;
import java.util.Set;

/**
 * Which version of a resource a change is meant for (RFC 7644 §3.14, RFC 9110 §13.1).
 *
 * @param onlyIf the resource must be one of these versions; none at all never holds
 * @param notIf the resource must be none of these versions
 */
public record Precondition(Optional<Set<Long>> onlyIf, Set<Long> notIf) {

  /** Whatever version it is. */
  public static final Precondition NONE = new Precondition(Optional.empty(), Set.of());

  public Precondition {
    onlyIf = onlyIf.map(Set::copyOf);
    notIf = Set.copyOf(notIf);
  }

  boolean holdsFor(long version) {
    return onlyIf.map(versions -> versions.contains(version)).orElse(true)
        && !notIf.contains(version);
  }
}
