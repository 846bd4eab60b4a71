package dev.portcullis.scim;

import java.time.Duration;

/** A moment by a clock that never jumps. */
record Deadline(long nanoTime) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean isPast() {
    return System.nanoTime() - nanoTime > 0;
  }
}
