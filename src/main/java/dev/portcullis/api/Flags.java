package dev.portcullis.api;

import java.util.Optional;

/**
 * Switches in query strings as Port's clients write them: {@code True}, nothing at all, twice, or
 * with another query string behind them. What cannot be read is as if it were not there.
 */
final class Flags {

  private Flags() {}

  /** Whether a switch is on. */
  static boolean isOn(String value) {
    return read(value).orElse(false);
  }

  /** The same of one whose meaning somebody relies on: what cannot be read is refused. */
  static boolean isCertainlyOn(String parameter, String value) {
    return value.isBlank()
        ? false
        : read(value)
            .orElseThrow(() ->
                RequestFault.invalid(parameter, "`" + parameter + "` must be `true` or `false`"));
  }

  private static Optional<Boolean> read(String value) {
    String first = value.split("[,?&]", 2)[0].strip();
    if (first.equalsIgnoreCase("true")) {
      return Optional.of(true);
    }
    return first.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }
}
