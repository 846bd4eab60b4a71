package dev.portcullis.signin;

import dev.portcullis.connection.AbsentClaim;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.SignInStatement.ClaimedGroups.Absent.Meaning;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is made of a groups claim; a pure function of it and of how it came. */
sealed interface ClaimDecision {

  /** The scope for which Okta's organization server gives the claim. */
  String GROUPS_SCOPE = "groups";

  /** What somebody should look at. */
  List<String> warnings();

  /** It is all there is: what it lacks, the person is not in, as far as claims go. */
  record Take(List<String> names, List<String> warnings) implements ClaimDecision {}

  /** What it names counts, what it lacks means nothing. */
  record TakeInPart(List<String> names, List<String> warnings) implements ClaimDecision {}

  /** It is there and says nothing, so it changes nothing. */
  record Hold(List<String> warnings) implements ClaimDecision {}

  /** There is none; unless that was settled when the token first came, it means this. */
  record Absent(Meaning meaning, List<String> warnings) implements ClaimDecision {}

  /** Decides. */
  static ClaimDecision of(GroupsClaim claim, AbsentClaim absent, TokenOrigin origin) {
    return switch (claim) {
      case GroupsClaim.Listed(List<String> names, List<String> warnings) ->
          new Take(names, warnings);
      case GroupsClaim.Empty(List<String> warnings) -> new Take(List.of(), warnings);
      case GroupsClaim.Truncated(List<String> names, List<String> warnings) ->
          new TakeInPart(names, warnings);
      case GroupsClaim.Unreadable(List<String> warnings) -> new Hold(warnings);
      case GroupsClaim.Missing(List<String> warnings) ->
          absent(warnings.getFirst(), absent, origin);
    };
  }

  /**
   * An absent claim is not an empty one: Okta leaves it out when nothing matches and also when it
   * is misconfigured. That the provider does send it to others is for the directory to find out.
   */
  private static Absent absent(String warning, AbsentClaim setting, TokenOrigin origin) {
    return switch (setting) {
      case HOLD -> new Absent(Meaning.HELD, List.of(warning));
      case EMPTY ->
          new Absent(
              Meaning.EMPTY, List.of(warning + ", which counts as no group by `absentClaim`"));
      case AUTO -> automatic(warning, origin);
    };
  }

  private static Absent automatic(String warning, TokenOrigin origin) {
    return switch (origin) {
      case TokenOrigin.Hook _ -> new Absent(Meaning.HELD, List.of(warning));
      case TokenOrigin.Browser browser when !browser.grantedScopes().contains(GROUPS_SCOPE) ->
          new Absent(Meaning.HELD, List.of(warning + ", and the scope `groups` was not granted"));
      case TokenOrigin.Browser(_, Optional<Map<String, Object>> userinfo) when userinfo.isEmpty() ->
          new Absent(Meaning.HELD, List.of(warning + ", and userinfo was not to be had"));
      case TokenOrigin.Browser _ ->
          new Absent(Meaning.EMPTY_IF_OTHERS_BRING_ONE, List.of(warning + ", nor has userinfo"));
    };
  }

  /** Why nothing is taken away; empty where the claim counts in full. */
  default Optional<String> reason() {
    return switch (this) {
      case Take _ -> Optional.empty();
      // What makes a claim incomplete is the first thing that is said of it.
      case TakeInPart(_, List<String> warnings) -> warnings.stream().findFirst();
      case Hold(List<String> warnings) -> warnings.stream().findFirst();
      case Absent(_, List<String> warnings) -> warnings.stream().findFirst();
    };
  }

  /** The same for the directory. */
  default ClaimedGroups claimedGroups() {
    return switch (this) {
      case Take(List<String> names, _) -> new ClaimedGroups.Complete(names);
      case TakeInPart(List<String> names, _) -> new ClaimedGroups.Truncated(names);
      case Hold _ -> new ClaimedGroups.Held();
      case Absent(Meaning meaning, _) -> new ClaimedGroups.Absent(meaning);
    };
  }
}
