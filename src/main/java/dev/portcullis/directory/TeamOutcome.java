package dev.portcullis.directory;

import java.util.List;

/** What became of a change to a team. */
public sealed interface TeamOutcome {

  /** It is made as shown. */
  record Created(TeamAccount team) implements TeamOutcome {}

  /** It is stored as shown, which may be as it was. */
  record Changed(TeamAccount team) implements TeamOutcome {}

  /** It is gone; its identifier is never given again. */
  record Deleted() implements TeamOutcome {}

  /** The organization has no such team. */
  record NotFound() implements TeamOutcome {}

  /** Another team is shown under that name. */
  record NameTaken(String name) implements TeamOutcome {}

  /** That identifier means a team, or did once. */
  record IdentifierTaken(String identifier) implements TeamOutcome {}

  /** An identity provider says what these are; none is changed, and nothing else either. */
  record OwnedByProvider(String connection, List<String> fields) implements TeamOutcome {

    public OwnedByProvider {
      fields = List.copyOf(fields);
    }
  }

  /** It cannot be so; at least one problem. */
  record Rejected(List<TeamProblem> problems) implements TeamOutcome {

    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
