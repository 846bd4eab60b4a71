package dev.portcullis.jq;

import org.jspecify.annotations.Nullable;

/** Takes the values that a filter emits, one after another. */
@FunctionalInterface
interface Output {

  /**
   * Takes a value.
   *
   * @param trail how the value was reached, where that was asked for and the value lies in the
   *     input; null for values that were made, and wherever nobody asks
   */
  void emit(@Nullable Object value, @Nullable Trail trail);

  /** Takes a value that was made. */
  default void emit(@Nullable Object value) {
    emit(value, null);
  }
}
