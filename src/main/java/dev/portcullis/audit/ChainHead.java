package dev.portcullis.audit;

/**
 * The last seal of a chain.
 *
 * @param sequence the place of the entry that bears it; 0 before the first
 * @param hash 64 hexadecimal digits
 */
public record ChainHead(long sequence, String hash) {

  /** What comes before the first entry. */
  static final ChainHead NONE = new ChainHead(0, "0".repeat(64));
}
