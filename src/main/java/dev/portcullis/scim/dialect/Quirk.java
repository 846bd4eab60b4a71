package dev.portcullis.scim.dialect;

/**
 * One way in which clients send other things than the interoperability profile expects.
 *
 * @param <T> the part of a request in which it shows
 */
public interface Quirk<T> {

  /** The rule that it breaks. */
  InteropRule rule();

  /** Whether a part of a request has it. */
  boolean isIn(T sent);

  /** What the client should change. */
  String advice(T sent);

  /** The part as the ordinary path understands it; what needs no rewriting stays as it is. */
  default T mended(T sent) {
    return sent;
  }

  /** What the activity log says of the mending; empty if that goes without saying. */
  default String note(T sent) {
    return "";
  }
}
