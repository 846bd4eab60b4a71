package dev.portcullis.organization;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/**
 * Makes identifiers of version 7 (RFC 9562 §5.7): they sort by the millisecond of their making, so
 * that new rows land at the end of an index, and hold 74 random bits, so that none can be guessed.
 */
public final class TimeOrderedId {

  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private TimeOrderedId() {}

  /** A new identifier, unique in every deployment. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
