package dev.portcullis.access;

/**
 * What became of a change that may be previewed and guarded.
 *
 * @param <T> what the change itself answers
 */
public sealed interface ChangeOutcome<T> {

  /** It was made, unless its own outcome refuses it. */
  record Made<T>(T outcome) implements ChangeOutcome<T> {}

  /**
   * Nothing was changed.
   *
   * @param outcome as it would be, were the change made
   */
  record Previewed<T>(T outcome, AccessPreview preview) implements ChangeOutcome<T> {}

  /** Too many people would lose rights, and nobody confirmed how many; nothing was changed. */
  record TooManyLose<T>(AccessPreview preview) implements ChangeOutcome<T> {}

  /** The same for somebody who may not know who they are; nothing was changed. */
  record AdminMustConfirm<T>() implements ChangeOutcome<T> {}

  /** Changes of this kind have no preview, and one was asked for; nothing was changed. */
  record NoPreview<T>() implements ChangeOutcome<T> {}
}
