package dev.portcullis.jq;

/** That a run went beyond a bound; no program catches it. */
final class Exhausted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String bound;

  Exhausted(String bound) {
    super(bound, null, false, false);
    this.bound = bound;
  }

  String bound() {
    return bound;
  }
}
