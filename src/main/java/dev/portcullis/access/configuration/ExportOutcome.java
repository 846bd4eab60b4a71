package dev.portcullis.access.configuration;

import java.util.List;

/** What became of an export. */
public sealed interface ExportOutcome {

  /** The whole configuration. */
  record Exported(Configuration configuration) implements ExportOutcome {}

  /** Several applications bear each of these names, so that a name does not say which one. */
  record Ambiguous(List<String> applications) implements ExportOutcome {}
}
