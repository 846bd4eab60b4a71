package dev.portcullis.api;

import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Allowances;
import dev.portcullis.organization.Caller;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts on this node the requests of each organization, those of service accounts by themselves,
 * and tells them in Port's headers how they stand.
 *
 * <p>{@code x-ratelimit-reset} is in seconds from now. Port's documentation calls it a moment, but
 * its Terraform provider sleeps for so many seconds once nothing remains. Without a limit there are
 * no such headers, for any {@code remaining} would be a lie.
 */
@Component
public class ApiLimits {

  private final ApiRate rate;
  private final Allowances allowances;

  @Autowired
  ApiLimits(ApiRate rate) {
    this(rate, TimeMeter.SYSTEM_NANOTIME);
  }

  ApiLimits(ApiRate rate, TimeMeter time) {
    this.rate = rate;
    this.allowances = new Allowances(rate.perSecond(), time);
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
    Allowances.Drawn drawn = allowances.draw(counted(caller));
    response.setHeader("x-ratelimit-limit", Long.toString(rate.burst()));
    response.setHeader("x-ratelimit-period", Integer.toString(Allowances.PERIOD_SECONDS));
    response.setHeader("x-ratelimit-remaining", Long.toString(drawn.remaining()));
    response.setHeader(
        "x-ratelimit-reset",
        Long.toString(Math.ceilDiv(rate.burst() - drawn.remaining(), (long) rate.perSecond())));
    if (!drawn.served()) {
      throw tooEarly(drawn.retryAfterSeconds());
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
    return allowances.kept();
  }
}
