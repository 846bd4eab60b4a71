package dev.portcullis.access;

import dev.portcullis.permission.IsoDate;
import dev.portcullis.permission.Range;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the ranges of time that rules compare with. */
final class RangeReader {

  private final PolicyReader reader;
  private final boolean templates;

  RangeReader(PolicyReader reader, boolean templates) {
    this.reader = reader;
    this.templates = templates;
  }

  /** The range, or any where there is a problem. */
  Range range(String place, @Nullable Object json) {
    Instant anyTime = Instant.EPOCH;
    if (json instanceof Map<?, ?> context && context.containsKey("context")) {
      return new Range.InContext(reader.contextual(place, context));
    }
    if (json instanceof Map<?, ?> preset && preset.containsKey("preset")) {
      reader.only(place, preset, Set.of("preset"));
      Optional<Range.Preset> named =
          preset.get("preset") instanceof String name ? Range.Preset.named(name) : Optional.empty();
      if (named.isPresent()) {
        return named.get();
      }
      reader.problem(place + ".preset", "must be one of " + presets());
      return new Range.Between(anyTime, anyTime);
    }
    if (json instanceof Map<?, ?> range) {
      reader.only(place, range, Set.of("from", "to"));
      return new Range.Between(
          date(place + ".from", range.get("from")), date(place + ".to", range.get("to")));
    }
    reader.problem(place, "must be an object with `from` and `to`, or with a `preset`");
    return new Range.Between(anyTime, anyTime);
  }

  private static String presets() {
    return Arrays.stream(Range.Preset.values())
        .map(preset -> "`" + preset.presetName() + "`")
        .collect(Collectors.joining(", "));
  }

  private Instant date(String place, @Nullable Object json) {
    Optional<Instant> date = json instanceof String text ? IsoDate.parse(text) : Optional.empty();
    if (date.isEmpty() && !(templates && PolicyReader.isTemplate(json))) {
      reader.problem(place, "must be a date such as `2030-01-31` or `2030-01-31T12:00:00Z`");
    }
    return date.orElse(Instant.EPOCH);
  }
}
