package dev.portcullis.jq;

/** An error on its way past a {@code try} that it does not concern. */
final class PassingError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final JqError error;

  PassingError(JqError error) {
    super(null, null, false, false);
    this.error = error;
  }

  JqError error() {
    return error;
  }
}
