package dev.portcullis.access;

/** One of several questions that are asked together. */
public sealed interface BatchItem {

  /** A question that can be read. */
  record Asked(AccessQuestion question) implements BatchItem {}

  /**
   * One that cannot, which is denied.
   *
   * @param problem a lower-case fragment that says why
   */
  record Faulty(String problem) implements BatchItem {}
}
