package dev.portcullis.attribute;

/**
 * An attribute or sub-attribute by which resources are found and sorted.
 *
 * @param path lower-case names joined by dots, such as {@code name.givenname}; an extension's begin
 *     with its lower-case URN and a colon
 * @param kind how its values compare
 */
public record AttributeKey(String path, Kind kind) {

  /** How values compare. */
  public enum Kind {
    /** Texts without regard to case, by {@link CaseFold}. */
    TEXT,
    /** Texts whose case counts. */
    EXACT_TEXT,
    /** Whole or decimal numbers. */
    NUMBER,
    /** True or false; there is no order. */
    BOOLEAN,
    /** Moments in time, to the millisecond that reads show. */
    INSTANT,
    /** An object; all that can be asked is whether it is there. */
    COMPLEX
  }
}
