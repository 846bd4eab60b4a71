package dev.portcullis.scim;

/**
 * How many SCIM requests of one connection are served.
 *
 * @param perSecond the rate that may last, with a burst of twice that; 0 is no limit
 */
public record RequestRate(int perSecond) {

  /** The highest rate that can be set. */
  public static final int MAX_PER_SECOND = 1_000_000;

  boolean isLimited() {
    return perSecond > 0;
  }
}
