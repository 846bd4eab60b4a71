package dev.portcullis.access.configuration;

import java.util.List;

/** What became of an import. */
public sealed interface ImportOutcome {

  /**
   * It is done, or would be.
   *
   * @param warnings what to do besides, and what is odd
   */
  record Planned(ConfigurationPlan plan, List<ConfigurationRemark> warnings)
      implements ImportOutcome {}

  /** It would add, change and remove more things than one import may; nothing was done. */
  record TooMuch(int most) implements ImportOutcome {}

  /**
   * It cannot be done, and nothing of it was.
   *
   * @param problems all that were found; none if only what could not be read is wrong
   */
  record Rejected(List<ConfigurationRemark> problems) implements ImportOutcome {}
}
