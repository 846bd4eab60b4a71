package dev.portcullis.jq;

import org.jspecify.annotations.Nullable;

/** Takes the values that a filter emits, one after another. */
@FunctionalInterface
interface Output {

  void emit(@Nullable Object value);
}
