package dev.portcullis.jq;

/** That {@code break} leaves its label. */
final class Broken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Object label;

  Broken(Object label) {
    super(null, null, false, false);
    this.label = label;
  }

  @SuppressWarnings("ReferenceEquality") // Labels of one name are told apart by who they are.
  boolean leaves(Object other) {
    return label == other;
  }
}
