package dev.portcullis.demo;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does one piece of work for each of many things, a few at a time. */
final class Workers {

  private final int count;
  private final Differences differences;

  Workers(int count, Differences differences) {
    this.count = count;
    this.differences = differences;
  }

  /**
   * Returns when all is done. A failure is a difference and ends its own piece of work, no other's.
   */
  <T> void each(Collection<T> things, Consumer<T> work) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(count, Thread.ofVirtual().factory())) {
      things.forEach(thing -> threads.execute(() -> guarded(thing, work)));
    }
  }

  private <T> void guarded(T thing, Consumer<T> work) {
    try {
      work.accept(thing);
    } catch (RuntimeException e) {
      differences.add(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }
}
