package dev.portcullis.organization;

import java.time.Duration;

/**
 * How often another key comes to sign access tokens.
 *
 * @param every between two keys; nothing for on demand alone
 */
public record KeySchedule(Duration every) {

  boolean isOnDemandAlone() {
    return every.isZero();
  }
}
