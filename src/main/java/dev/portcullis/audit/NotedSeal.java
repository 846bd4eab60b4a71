package dev.portcullis.audit;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A seal that an auditor wrote down elsewhere, of which the chain must hold still.
 *
 * @param sequence empty where only the hash was noted
 * @param hash empty where only the place was noted
 */
public record NotedSeal(OptionalLong sequence, Optional<String> hash) {

  /** Nothing was noted. */
  public static final NotedSeal NONE = new NotedSeal(OptionalLong.empty(), Optional.empty());

  boolean isNone() {
    return sequence.isEmpty() && hash.isEmpty();
  }

  /** Whether this is the place that was noted, whatever stands there. */
  boolean names(ChainHead seal) {
    return sequence.isPresent()
        ? sequence.getAsLong() == seal.sequence()
        : hash.equals(Optional.of(seal.hash()));
  }

  boolean agrees(ChainHead seal) {
    return hash.isEmpty() || hash.get().equals(seal.hash());
  }
}
