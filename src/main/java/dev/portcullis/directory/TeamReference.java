package dev.portcullis.directory;

/** By what a team is meant. */
public sealed interface TeamReference {

  /** By the name that it is shown under now. */
  record Named(String name) implements TeamReference {}

  /** By an identifier of it, which may be one of a team that it took over. */
  record Identified(String identifier) implements TeamReference {}
}
