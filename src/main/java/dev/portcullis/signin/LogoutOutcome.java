package dev.portcullis.signin;

/** What became of a provider's demand to end somebody's sessions. */
public sealed interface LogoutOutcome {

  /** Whatever there was to end is ended. */
  record Done() implements LogoutOutcome {}

  /** The token is not one that this connection accepts. */
  record Refused(ReasonCode reason, String problem) implements LogoutOutcome {}

  /** The provider does not answer just now, so the token cannot be judged. */
  record ProviderUnreachable(ReasonCode reason, String problem) implements LogoutOutcome {}

  /** The demand does not say who is meant in a way that is known here. */
  record Unreadable(String problem) implements LogoutOutcome {}

  /** The demand is about another issuer's people, for whom this connection does not speak. */
  record ForeignSubject() implements LogoutOutcome {}

  /** The connection has no such user. */
  record PersonNotFound() implements LogoutOutcome {}

  /** There is no such connection. */
  record ConnectionNotFound() implements LogoutOutcome {}

  /** The HTTP status that answers a logout token (OIDC Back-Channel Logout §2.8). */
  default int backChannelStatus() {
    return switch (this) {
      case Done _, PersonNotFound _ -> 200;
      case Refused _, Unreadable _, ForeignSubject _ -> 400;
      case ConnectionNotFound _ -> 404;
      case ProviderUnreachable _ -> 503;
    };
  }

  /** The HTTP status that answers a request for global token revocation. */
  default int revocationStatus() {
    return switch (this) {
      case Done _ -> 204;
      case Unreadable _ -> 400;
      case Refused _ -> 401;
      case ForeignSubject _ -> 403;
      case PersonNotFound _, ConnectionNotFound _ -> 404;
      case ProviderUnreachable _ -> 503;
    };
  }

  /** A stable code, in replies and in the activity log; names nobody. */
  default String code() {
    return switch (this) {
      case Done _ -> "done";
      case Refused refused -> refused.reason().wireName();
      case ProviderUnreachable unreachable -> unreachable.reason().wireName();
      case Unreadable _ -> "invalid_request";
      case ForeignSubject _ -> "foreign_subject";
      case PersonNotFound _, ConnectionNotFound _ -> "not_found";
    };
  }

  /** What is wrong and what to change, for people. */
  default String explanation() {
    return switch (this) {
      case Done _ -> "done";
      case Refused refused -> refused.problem();
      case ProviderUnreachable unreachable -> unreachable.problem();
      case Unreadable unreadable -> unreadable.problem();
      case ForeignSubject _ -> "the subject's `iss` is not the connection's issuer";
      case PersonNotFound _ -> "the connection has no such user";
      case ConnectionNotFound _ -> "there is no such connection; copy the address anew";
    };
  }
}
