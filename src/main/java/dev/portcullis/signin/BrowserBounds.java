package dev.portcullis.signin;

import java.time.Duration;

/** What is allowed of browsers, which anybody may send. */
public final class BrowserBounds {

  /** How long a person may take at the provider. */
  public static final Duration SIGN_IN_LIFETIME = Duration.ofMinutes(10);

  /** How many sign-ins one browser may have under way; the oldest is given up for another. */
  public static final int MAX_SIGN_INS = 5;

  /** How long an application may take to redeem its code. */
  static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

  /** The longest {@code state} of an application, in characters: it travels in a cookie. */
  static final int MAX_STATE_LENGTH = 2_000;

  private BrowserBounds() {}
}
