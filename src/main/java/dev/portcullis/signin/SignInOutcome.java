package dev.portcullis.signin;

import dev.portcullis.access.EffectiveRole;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.SyncOutcome.Verdict;
import dev.portcullis.directory.User;
import java.util.List;

/** What became of a sign-in. */
public sealed interface SignInOutcome {

  /**
   * The person is let in.
   *
   * @param created whether the person was unknown before
   * @param added teams gained by this sign-in
   * @param removed teams lost by it
   * @param kept teams held before and after
   * @param matched names of the claim that the group filter lets through
   * @param ignored names of the claim that it does not
   * @param verdict what the claim counted for
   * @param warnings what somebody should look at
   */
  record Admitted(
      User user,
      boolean created,
      EffectiveRole role,
      List<Belonging> added,
      List<Belonging> removed,
      List<Belonging> kept,
      List<String> matched,
      List<String> ignored,
      Verdict verdict,
      List<String> warnings)
      implements SignInOutcome {}

  /** The token is not one that this connection accepts. */
  record Refused(ReasonCode reason, String explanation) implements SignInOutcome {}

  /** The provider does not answer just now, so the token cannot be judged. */
  record ProviderUnreachable(ReasonCode reason, String explanation) implements SignInOutcome {}

  /** The person is deactivated or deleted. */
  record Deactivated() implements SignInOutcome {}

  /** Nobody has pushed the person, and sign-ins make no users here. */
  record NotProvisioned() implements SignInOutcome {}

  /** The organization has no connection of that name. */
  record ConnectionNotFound() implements SignInOutcome {}

  /** The connection signs nobody in. */
  record ConnectionDisabled() implements SignInOutcome {}

  /** The HTTP status that stands for it, in the reply and in the activity log. */
  default int status() {
    return switch (this) {
      case Admitted _ -> 200;
      case Refused _ -> 401;
      case Deactivated _, NotProvisioned _, ConnectionDisabled _ -> 403;
      case ConnectionNotFound _ -> 404;
      case ProviderUnreachable _ -> 503;
    };
  }

  /** A stable code for it, in the reply and in the activity log; names nobody. */
  default String code() {
    return switch (this) {
      case Admitted admitted -> admitted.verdict().name();
      case Refused refused -> refused.reason().wireName();
      case ProviderUnreachable unreachable -> unreachable.reason().wireName();
      case Deactivated _ -> "user_deactivated";
      case NotProvisioned _ -> "user_not_provisioned";
      case ConnectionNotFound _ -> "not_found";
      case ConnectionDisabled _ -> "connection_disabled";
    };
  }
}
