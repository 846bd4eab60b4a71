package dev.portcullis.access;

/** What became of a question about a document that need not be stored. */
public sealed interface SimulationOutcome {

  /** It was answered. */
  record Answered(Simulation simulation) implements SimulationOutcome {}

  /** The document cannot be so. */
  record Refused(PermissionsOutcome why) implements SimulationOutcome {}
}
