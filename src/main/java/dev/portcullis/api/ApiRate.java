package dev.portcullis.api;

import dev.portcullis.organization.Allowances;

/**
 * How many requests to the REST API are served of one organization, and of one user who acts by
 * credentials of their own.
 *
 * @param perSecond the rate that may last, with a burst of twice that; 0 is no limit
 */
public record ApiRate(int perSecond) {

  /** The highest rate that can be set. */
  public static final int MAX_PER_SECOND = 1_000_000;

  boolean isLimited() {
    return perSecond > 0;
  }

  /** So many requests at once, if none came for {@link Allowances#PERIOD_SECONDS}. */
  long burst() {
    return (long) perSecond * Allowances.PERIOD_SECONDS;
  }
}
