package dev.portcullis.signin;

import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import java.util.List;
import java.util.Optional;

/** What is made of a groups claim; a pure function of it. */
sealed interface ClaimDecision {

  /** What somebody should look at. */
  List<String> warnings();

  /** It is all there is: what it lacks, the person is not in, as far as claims go. */
  record Take(List<String> names, List<String> warnings) implements ClaimDecision {}

  /** What it names counts, what it lacks means nothing. */
  record TakeInPart(List<String> names, List<String> warnings) implements ClaimDecision {}

  /** It changes nothing. */
  record Hold(List<String> warnings) implements ClaimDecision {}

  /**
   * Decides. An absent claim is held: Okta leaves it out when nothing matches and also when it is
   * misconfigured, and the token alone does not tell which.
   */
  static ClaimDecision of(GroupsClaim claim) {
    return switch (claim) {
      case GroupsClaim.Listed(List<String> names, List<String> warnings) ->
          new Take(names, warnings);
      case GroupsClaim.Empty(List<String> warnings) -> new Take(List.of(), warnings);
      case GroupsClaim.Truncated(List<String> names, List<String> warnings) ->
          new TakeInPart(names, warnings);
      case GroupsClaim.Missing(List<String> warnings) -> new Hold(warnings);
    };
  }

  /** Why nothing is taken away; empty where the claim counts in full. */
  default Optional<String> reason() {
    return switch (this) {
      case Take _ -> Optional.empty();
      // What makes a claim incomplete is the first thing that is said of it.
      case TakeInPart(_, List<String> warnings) -> warnings.stream().findFirst();
      case Hold(List<String> warnings) -> warnings.stream().findFirst();
    };
  }

  /** The same for the directory. */
  default ClaimedGroups claimedGroups() {
    return switch (this) {
      case Take(List<String> names, _) -> new ClaimedGroups.Complete(names);
      case TakeInPart(List<String> names, _) -> new ClaimedGroups.Truncated(names);
      case Hold _ -> new ClaimedGroups.Held();
    };
  }
}
