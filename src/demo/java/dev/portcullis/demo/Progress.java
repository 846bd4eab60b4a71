package dev.portcullis.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shows how far the run is: a line for each phase, rewritten in place on a terminal, and elsewhere
 * written once at its end and every few seconds before.
 */
final class Progress {

  private static final Duration REWRITTEN_EVERY = Duration.ofMillis(100);
  private static final Duration REPEATED_EVERY = Duration.ofSeconds(10);
  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final Wire wire;
  private final List<Phase> phases = new ArrayList<>();

  Progress(PrintStream out, boolean terminal, Wire wire) {
    this.out = out;
    this.terminal = terminal;
    this.wire = wire;
  }

  /** What a phase cost. */
  record Phase(String name, long requests, Duration time) {
    double requestsPerSecond() {
      return requests * 1e9 / Math.max(1, time.toNanos());
    }
  }

  /** A piece of the run. */
  interface Work {
    void run(Counter counter);
  }

  /** Runs a phase of {@code total} steps, of which the work counts each one. */
  void phase(String name, int total, Work work) {
    Counter counter = new Counter(name, total);
    counter.show();
    work.run(counter);
    phases.add(counter.finished());
  }

  List<Phase> phases() {
    return List.copyOf(phases);
  }

  /** Counts the steps of one phase, from any thread. */
  final class Counter {

    private final String name;
    private final int total;
    private final long requestsBefore = wire.requests();
    private final long startedNanos = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();
    private long shownNanos = startedNanos;

    private Counter(String name, int total) {
      this.name = name;
      this.total = total;
    }

    void step() {
      done.incrementAndGet();
      show();
    }

    private synchronized void show() {
      Duration sinceShown = Duration.ofNanos(System.nanoTime() - shownNanos);
      if (sinceShown.compareTo(terminal ? REWRITTEN_EVERY : REPEATED_EVERY) >= 0) {
        shownNanos = System.nanoTime();
        write(terminal ? "" : System.lineSeparator());
      }
    }

    private synchronized Phase finished() {
      write(System.lineSeparator());
      return cost();
    }

    private Phase cost() {
      Duration time = Duration.ofNanos(System.nanoTime() - startedNanos);
      return new Phase(name, wire.requests() - requestsBefore, time);
    }

    private void write(String end) {
      Phase cost = cost();
      out.printf(
          "%s%-46s %5d/%-5d %6d requests %6.0f/s%s",
          terminal ? TO_LINE_START_AND_CLEAR : "",
          name,
          done.get(),
          total,
          cost.requests(),
          cost.requestsPerSecond(),
          end);
      out.flush();
    }
  }
}
