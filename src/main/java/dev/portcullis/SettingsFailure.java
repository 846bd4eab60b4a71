package dev.portcullis;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Ends a start that a setting has stopped with the sentence that names it, not with a stack trace.
 */
final class SettingsFailure extends AbstractFailureAnalyzer<IllegalArgumentException> {

  private static final String PREFIX = "PORTCULLIS_";

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, IllegalArgumentException cause) {
    String message = String.valueOf(cause.getMessage());
    return message.contains(PREFIX)
        ? new FailureAnalysis(
            message, "Change the setting and start again; docs/operating.md lists all.", cause)
        : null;
  }
}
