package dev.portcullis.directory;

import java.util.List;

/** What became of saying to which teams made by hand somebody belongs. */
public sealed interface UserTeamsOutcome {

  /**
   * It is so now.
   *
   * @param added identifiers of the teams to which the user newly belongs
   * @param removed identifiers of those to which the user belongs no longer
   */
  record Stored(List<String> added, List<String> removed) implements UserTeamsOutcome {

    public Stored {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /** The organization has no such user. */
  record UserNotFound() implements UserTeamsOutcome {}

  /**
   * Nothing was changed; at least one of the lists has something, each as it was sent.
   *
   * @param unknown what names no team
   * @param ofProviders teams whose members an identity provider names, and the user is none
   */
  record Refused(List<String> unknown, List<String> ofProviders) implements UserTeamsOutcome {

    public Refused {
      unknown = List.copyOf(unknown);
      ofProviders = List.copyOf(ofProviders);
    }
  }
}
