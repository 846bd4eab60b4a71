package dev.portcullis.organization;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts on this node the requests of whoever has an id. A bucket that nobody has drawn from for
 * {@link #IDLE} is full, so it is as good as none and is thrown away.
 */
public final class Allowances {

  public static final Duration IDLE = Duration.ofSeconds(10);

  /** Within so many seconds an empty bucket is full again. */
  public static final int PERIOD_SECONDS = 2;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final int perSecond;
  private final TimeMeter time;
  private final Map<UUID, Allowance> allowances = new ConcurrentHashMap<>();
  private final AtomicLong lastSweep;

  /**
   * Full allowances for everybody.
   *
   * @param perSecond the rate that may last, with a burst of {@link #PERIOD_SECONDS} times that; 1
   *     or more
   */
  public Allowances(int perSecond, TimeMeter time) {
    this.perSecond = perSecond;
    this.time = time;
    this.lastSweep = new AtomicLong(time.currentTimeNanos());
  }

  /**
   * What became of a request.
   *
   * @param remaining how many more would be served at once
   * @param retryAfterSeconds when the next one will be served, 1 or more, if this one was not
   * @param noteworthy whether it was the first one within a second that was not served
   */
  public record Drawn(boolean served, long remaining, long retryAfterSeconds, boolean noteworthy) {}

  /** Counts a request. */
  public Drawn draw(UUID id) {
    long now = time.currentTimeNanos();
    sweep(now);
    Allowance allowance = allowances.computeIfAbsent(id, _ -> new Allowance(now));
    allowance.lastUse.set(now);
    ConsumptionProbe probe = allowance.bucket.tryConsumeAndReturnRemaining(1);
    return new Drawn(
        probe.isConsumed(),
        Math.max(0, probe.getRemainingTokens()),
        Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND)),
        !probe.isConsumed() && allowance.isNoteworthy(now));
  }

  /** For how many ids a bucket is kept. */
  public int kept() {
    return allowances.size();
  }

  private void sweep(long now) {
    long last = lastSweep.get();
    if (now - last >= IDLE.toNanos() && lastSweep.compareAndSet(last, now)) {
      allowances.values().removeIf(allowance -> now - allowance.lastUse.get() >= IDLE.toNanos());
    }
  }

  private final class Allowance {

    private final Bucket bucket =
        Bucket.builder()
            .addLimit(limit ->
                limit
                    .capacity((long) PERIOD_SECONDS * perSecond)
                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
            .withCustomTimePrecision(time)
            .build();
    private final AtomicLong lastUse;
    private final AtomicLong lastNote;

    Allowance(long now) {
      lastUse = new AtomicLong(now);
      lastNote = new AtomicLong(now - SECOND);
    }

    private boolean isNoteworthy(long now) {
      long last = lastNote.get();
      return now - last >= SECOND && lastNote.compareAndSet(last, now);
    }
  }
}
