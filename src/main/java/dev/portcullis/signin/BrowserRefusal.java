package dev.portcullis.signin;

/**
 * Why a browser's sign-in came to nothing.
 *
 * @param code as the activity log and the record of sign-ins have it
 * @param explanation for people: what is wrong and what to change
 * @param error the same in OAuth's words (RFC 6749 §4.1.2.1)
 * @param status of the page that tells it where no application can be told
 */
public record BrowserRefusal(String code, String explanation, String error, int status) {

  private static final String DENIED = "access_denied";
  private static final String INVALID = "invalid_request";
  private static final String FAULT = "server_error";
  private static final String OUTAGE = "temporarily_unavailable";

  /** The refusal that an outcome is. */
  static BrowserRefusal of(SignInOutcome outcome) {
    return switch (outcome) {
      case SignInOutcome.Refused(ReasonCode reason, String explanation) ->
          of(reason.wireName(), explanation, error(reason));
      case SignInOutcome.ProviderUnreachable(ReasonCode reason, String explanation) ->
          of(reason.wireName(), explanation, OUTAGE);
      case SignInOutcome.Deactivated _ ->
          of(outcome.code(), "you are deactivated; only the identity provider can undo it", DENIED);
      case SignInOutcome.NotProvisioned _ ->
          of(outcome.code(), "nobody has given you this application yet; ask for it", DENIED);
      case SignInOutcome.ConnectionDisabled _ ->
          of(outcome.code(), "the connection is disabled; an Admin can enable it", DENIED);
      case SignInOutcome.ConnectionNotFound _ ->
          of(outcome.code(), "the connection is no more; start from its present address", DENIED);
      case SignInOutcome.Admitted _ ->
          throw new IllegalArgumentException("whoever is let in is not refused");
    };
  }

  private static BrowserRefusal of(String code, String explanation, String error) {
    return new BrowserRefusal(code, explanation, error, status(error));
  }

  private static String error(ReasonCode reason) {
    return switch (reason) {
      case ISSUER_UNREACHABLE, ISSUER_TIMEOUT -> OUTAGE;
      case ISSUER_ADDRESS_REFUSED,
          ISSUER_REDIRECTS,
          ISSUER_RESPONSE_TOO_LARGE,
          ISSUER_RESPONSE_MALFORMED,
          ISSUER_MISMATCH,
          ISSUER_KEYS_UNUSABLE,
          PKCE_NOT_OFFERED,
          PROVIDER_FAILED ->
          FAULT;
      case UNKNOWN_APPLICATION,
          UNKNOWN_CONNECTION,
          UNKNOWN_REDIRECT_URI,
          WRONG_REGION,
          UNKNOWN_SIGN_IN,
          WRONG_INITIATING_ISSUER,
          UNKNOWN_TARGET,
          INVALID_REQUEST,
          PKCE_REQUIRED ->
          INVALID;
      case UNSUPPORTED_RESPONSE_TYPE -> "unsupported_response_type";
      case MALFORMED_TOKEN,
          WRONG_TOKEN_TYPE,
          ALGORITHM_NOT_ALLOWED,
          UNKNOWN_KEY,
          INVALID_SIGNATURE,
          WRONG_ISSUER,
          WRONG_AUDIENCE,
          WRONG_AUTHORIZED_PARTY,
          EXPIRED,
          ISSUED_IN_FUTURE,
          MISSING_CLAIM,
          INVALID_CLAIM,
          WRONG_USERINFO_SUBJECT,
          WRONG_NONCE,
          WRONG_ACCESS_TOKEN_HASH,
          WRONG_RESPONSE_ISSUER,
          REPLAYED,
          PROVIDER_REFUSED,
          CODE_REFUSED,
          CONNECTION_CHANGED,
          ANOTHER_SESSION,
          ENDED_MEANWHILE ->
          DENIED;
    };
  }

  private static int status(String error) {
    return switch (error) {
      case DENIED -> 403;
      case FAULT -> 502;
      case OUTAGE -> 503;
      default -> 400;
    };
  }

  /** In the characters that OAuth allows there: ASCII without quotes and backslashes. */
  String description() {
    return (code + ": " + explanation)
        .replace('"', '\'')
        .replace('\\', '/')
        .replaceAll("[^\\x20-\\x7e]", "?");
  }
}
