package dev.portcullis.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one connection: fetched by one request at a time, while the others wait for its
 * result. A failure leaves keys in force that are still good.
 */
final class KeyRing {

  /** Gets the keys from the provider. */
  @FunctionalInterface
  interface Source {
    ProviderKeys fetch() throws Refusal;
  }

  private final Source source;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();

  private @Nullable ProviderKeys keys;
  private @Nullable Refusal failure;
  private Instant lastFetch = Instant.MIN;
  private Instant lastRefetch = Instant.MIN;

  KeyRing(Source source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** The keys in force. */
  ProviderKeys current() throws Refusal {
    return locked(this::inForce);
  }

  /** Keys other than these, should the provider have any and not have been asked just now. */
  ProviderKeys otherThan(ProviderKeys seen) throws Refusal {
    return locked(() -> refetched(seen));
  }

  private ProviderKeys inForce() throws Refusal {
    Instant now = clock.instant();
    if (keys != null && now.isBefore(keys.goodUntil())) {
      return keys;
    }
    if (failure != null && now.isBefore(lastFetch.plus(IssuerBounds.FAILURE_PAUSE))) {
      throw failure;
    }
    return fetched(now);
  }

  private ProviderKeys refetched(ProviderKeys seen) {
    Instant now = clock.instant();
    if (keys != null && !keys.equals(seen)) {
      return keys;
    }
    // Counted apart from ordinary fetches, so that keys which rotate right after one are found.
    if (now.isBefore(lastRefetch.plus(IssuerBounds.REFETCH_PAUSE))) {
      return seen;
    }
    lastRefetch = now;
    try {
      return fetched(now);
    } catch (Refusal outage) {
      return seen;
    }
  }

  private ProviderKeys fetched(Instant now) throws Refusal {
    lastFetch = now;
    try {
      ProviderKeys fresh = source.fetch();
      keys = fresh;
      failure = null;
      return fresh;
    } catch (Refusal refusal) {
      failure = refusal;
      throw refusal;
    }
  }

  private ProviderKeys locked(Source work) throws Refusal {
    try {
      // Discovery and keys are two exchanges.
      if (!lock.tryLock(2 * IssuerBounds.EXCHANGE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw FetchFailures.timeout();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FetchFailures.timeout();
    }
    try {
      return work.fetch();
    } finally {
      lock.unlock();
    }
  }
}
