package dev.portcullis.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field that may be one text or a list of texts, such as an entity's {@code team}. */
final class TextOrTexts {

  private TextOrTexts() {}

  /** The texts; none for null, and empty if the value is anything else. */
  static Optional<List<String>> of(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.of(List.of());
      case String text -> Optional.of(List.of(text));
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          Optional.of(list.stream().map(String.class::cast).toList());
      default -> Optional.empty();
    };
  }
}
