package dev.portcullis.api;

import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts on this node the requests of each organization, those of service accounts by themselves,
 * and tells them in Port's headers how they stand.
 *
 * <p>{@code x-ratelimit-reset} is in seconds from now. Port's documentation calls it a moment, but
 * its Terraform provider sleeps for so many seconds once nothing remains. Without a limit there are
 * no such headers, for any {@code remaining} would be a lie.
 *
 * <p>A bucket that nobody has drawn from for {@link #IDLE} is full, so it is as good as none and is
 * thrown away.
 */
@Component
public class ApiLimits {

  static final Duration IDLE = Duration.ofSeconds(10);

  /** Within so many seconds an empty bucket is full again. */
  static final int PERIOD_SECONDS = 2;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final ApiRate rate;
  private final TimeMeter time;
  private final Map<UUID, Allowance> allowances = new ConcurrentHashMap<>();
  private final AtomicLong lastSweep;

  @Autowired
  ApiLimits(ApiRate rate) {
    this(rate, TimeMeter.SYSTEM_NANOTIME);
  }

  ApiLimits(ApiRate rate, TimeMeter time) {
    this.rate = rate;
    this.time = time;
    this.lastSweep = new AtomicLong(time.currentTimeNanos());
  }

  /**
   * Counts a request and tells in the reply's headers how many more are served.
   *
   * @throws RequestFault 429 if it comes too early
   */
  void count(Caller caller, HttpServletResponse response) {
    if (!rate.isLimited()) {
      return;
    }
    long now = time.currentTimeNanos();
    sweep(now);
    Allowance allowance = allowances.computeIfAbsent(counted(caller), _ -> new Allowance(now));
    allowance.lastUse.set(now);
    ConsumptionProbe probe = allowance.bucket.tryConsumeAndReturnRemaining(1);
    long remaining = Math.max(0, probe.getRemainingTokens());
    response.setHeader("x-ratelimit-limit", Long.toString(rate.burst()));
    response.setHeader("x-ratelimit-period", Integer.toString(PERIOD_SECONDS));
    response.setHeader("x-ratelimit-remaining", Long.toString(remaining));
    response.setHeader(
        "x-ratelimit-reset",
        Long.toString(Math.ceilDiv(rate.burst() - remaining, (long) rate.perSecond())));
    if (!probe.isConsumed()) {
      throw tooEarly(Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND)));
    }
  }

  private RequestFault tooEarly(long seconds) {
    return new RequestFault(
        new PortError(
            429,
            "rate_limit_exceeded",
            "more than "
                + rate.perSecond()
                + " requests a second; wait for the seconds that Retry-After names, and repeat",
            Map.of(PortErrors.RETRY_AFTER, seconds)));
  }

  /** Service accounts each have an allowance of their own beside their organization's. */
  private static UUID counted(Caller caller) {
    return caller.actor() instanceof Actor.Person person && person.isWithoutConnection()
        ? person.userId()
        : caller.organizationId();
  }

  /** For how many callers a bucket is kept. */
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
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
            .withCustomTimePrecision(time)
            .build();
    private final AtomicLong lastUse;

    Allowance(long now) {
      lastUse = new AtomicLong(now);
    }
  }
}
