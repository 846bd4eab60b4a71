package dev.portcullis.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Clears records that are older than their lifetimes, a lot in each transaction. Any number of
 * nodes may do so at once: what one has taken is not there for another.
 */
@Component
public class RecordClearing {

  private static final Logger LOG = LoggerFactory.getLogger(RecordClearing.class);

  /** The most lots of one kind and organization in one run: 200,000 records. */
  static final int MAX_LOTS = 200;

  private final ClearingRows rows;
  private final RecordLifetimes lifetimes;
  private final Clock clock;

  RecordClearing(ClearingRows rows, RecordLifetimes lifetimes, Clock clock) {
    this.rows = rows;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /** Clears of every organization what has had its time. */
  public void clear() {
    Instant now = clock.instant();
    List<UUID> organizations = rows.organizations();
    for (UUID organizationId : organizations) {
      try {
        lifetimes.requests().ifPresent(time -> requests(organizationId, now.minus(time)));
        lifetimes.signIns().ifPresent(time -> signIns(organizationId, now.minus(time)));
      } catch (DataAccessException e) {
        LOG.warn(
            "old records of organization {} wait for the next clearing: {}",
            organizationId,
            e.getClass().getSimpleName());
      }
    }
  }

  private void requests(UUID organizationId, Instant before) {
    int lots = 0;
    while (lots < MAX_LOTS && rows.clearRequests(organizationId, before) == ClearingRows.LOT) {
      lots++;
    }
  }

  private void signIns(UUID organizationId, Instant before) {
    int lots = 0;
    while (lots < MAX_LOTS && rows.clearSignIns(organizationId, before) == ClearingRows.LOT) {
      lots++;
    }
  }
}
