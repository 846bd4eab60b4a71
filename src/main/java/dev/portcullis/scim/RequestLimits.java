package dev.portcullis.scim;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts the requests of each connection on this node. A bucket that nobody has drawn from for
 * {@link #IDLE} is full, so it is as good as none and is thrown away.
 */
@Component
class RequestLimits {

  static final Duration IDLE = Duration.ofSeconds(10);

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final RequestRate rate;
  private final TimeMeter time;
  private final Map<UUID, Allowance> allowances = new ConcurrentHashMap<>();
  private final AtomicLong lastSweep;

  @Autowired
  RequestLimits(RequestRate rate) {
    this(rate, TimeMeter.SYSTEM_NANOTIME);
  }

  RequestLimits(RequestRate rate, TimeMeter time) {
    this.rate = rate;
    this.time = time;
    this.lastSweep = new AtomicLong(time.currentTimeNanos());
  }

  /**
   * A request that comes too early.
   *
   * @param retryAfterSeconds when the next one will be served, 1 or more
   * @param noteworthy whether it is the connection's first one within a second
   */
  record TooEarly(long retryAfterSeconds, boolean noteworthy) {}

  /** Counts a request; empty if it may be served. */
  Optional<TooEarly> count(UUID connectionId) {
    if (!rate.isLimited()) {
      return Optional.empty();
    }
    long now = time.currentTimeNanos();
    sweep(now);
    Allowance allowance = allowances.computeIfAbsent(connectionId, _ -> new Allowance(now));
    allowance.lastUse.set(now);
    ConsumptionProbe probe = allowance.bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(
            new TooEarly(
                Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND)),
                allowance.isNoteworthy(now)));
  }

  /** For how many connections a bucket is kept. */
  int kept() {
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
                    .capacity(2L * rate.perSecond())
                    .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
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
