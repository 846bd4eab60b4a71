package dev.portcullis.signin;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How many refused browsers are taken down for one connection on this node: anybody can be refused
 * as often as they like, and the database must not fill up with it.
 */
@Component
class RefusalAllowance {

  /** How many at once, and then how many a minute. */
  static final int PER_MINUTE = 120;

  /** For how many connections that is counted; the least recently refused go first. */
  static final int MAX_CONNECTIONS = 1_000;

  private final Map<UUID, Bucket> buckets = new Buckets();

  private static final class Buckets extends LinkedHashMap<UUID, Bucket> {

    private static final long serialVersionUID = 1L;

    Buckets() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Bucket> eldest) {
      return size() > MAX_CONNECTIONS;
    }
  }

  /** Whether one more is taken down. */
  boolean take(UUID connectionId) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(connectionId, _ -> bucket()).tryConsume(1);
    }
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
        .build();
  }
}
