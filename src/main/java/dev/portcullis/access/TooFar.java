package dev.portcullis.access;

/** That something cannot be evaluated within its bounds; it is caught where it denies. */
final class TooFar extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String bound;

  TooFar(String bound) {
    super(bound, null, false, false);
    this.bound = bound;
  }

  String bound() {
    return bound;
  }
}
