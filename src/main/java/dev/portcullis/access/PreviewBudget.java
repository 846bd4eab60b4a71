package dev.portcullis.access;

/** How many answers a preview may still compare, so that none takes longer than people wait. */
final class PreviewBudget {

  /** The most answers about single entities in one preview; each is asked before and after. */
  static final int MOST_COMPARED = 10_000_000;

  private int left = MOST_COMPARED;
  private boolean spent;

  /** Takes one; whether there was none left. */
  boolean isSpent() {
    if (left == 0) {
      spent = true;
      return true;
    }
    left--;
    return false;
  }

  /** Whether something was not looked at for want of it. */
  boolean wasTooSmall() {
    return spent;
  }
}
