package dev.portcullis.access;

import java.util.List;

/** What became of a change to a group rule. */
public sealed interface GroupRuleOutcome {

  /**
   * It is stored as shown, and in force.
   *
   * @param warnings what is odd about it, a sentence each
   */
  record Stored(GroupRuleDraft rule, List<String> warnings) implements GroupRuleOutcome {}

  /** It is not stored; this is what it would do. */
  record Previewed(GroupRulePreview preview) implements GroupRuleOutcome {}

  /** The organization has none of that identifier. */
  record NotFound() implements GroupRuleOutcome {}

  /** The organization has another one of that identifier. */
  record IdentifierTaken(String identifier) implements GroupRuleOutcome {}

  /** It would take the role Admin from the last one who has it, so that nothing was changed. */
  record LastAdmin() implements GroupRuleOutcome {}

  /** It is deleted. */
  record Deleted() implements GroupRuleOutcome {}

  /** It cannot be so; every problem names its field. */
  record Rejected(List<String> problems) implements GroupRuleOutcome {}
}
