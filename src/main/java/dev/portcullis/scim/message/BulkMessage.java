package dev.portcullis.scim.message;

/** How much one bulk request may ask for (RFC 7644 §3.7); discovery tells clients. */
public final class BulkMessage {

  /** The most operations. */
  public static final int MAX_OPERATIONS = 1_000;

  /** The most bytes of the body, which is what every body may have. */
  public static final int MAX_PAYLOAD = 1_048_576;

  private BulkMessage() {}
}
