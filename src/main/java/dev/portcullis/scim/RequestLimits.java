package dev.portcullis.scim;

import dev.portcullis.organization.Allowances;
import io.github.bucket4j.TimeMeter;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Counts the requests of each connection on this node. */
@Component
class RequestLimits {

  private final RequestRate rate;
  private final Allowances allowances;

  @Autowired
  RequestLimits(RequestRate rate) {
    this(rate, TimeMeter.SYSTEM_NANOTIME);
  }

  RequestLimits(RequestRate rate, TimeMeter time) {
    this.rate = rate;
    this.allowances = new Allowances(rate.perSecond(), time);
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
    Allowances.Drawn drawn = allowances.draw(connectionId);
    return drawn.served()
        ? Optional.empty()
        : Optional.of(new TooEarly(drawn.retryAfterSeconds(), drawn.noteworthy()));
  }

  /** For how many connections a bucket is kept. */
  int kept() {
    return allowances.kept();
  }
}
