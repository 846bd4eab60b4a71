package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.PortalApplication;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a sign-in is to end with, as a pure function of the request. */
final class WantedAnswers {

  /** What S256 makes of a verifier (RFC 7636 §4.2). */
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** As long as an e-mail address may be. */
  private static final int MAX_LOGIN_HINT = 320;

  private WantedAnswers() {}

  /** The destination as the request wants it, once every parameter is looked at. */
  static Destination of(SignInEntry entry, Destination destination, SignInRequest request)
      throws Refusal {
    request.checkRest();
    checkInitiator(entry.connection(), request);
    if (request
        .parameter("login_hint")
        .filter(hint -> hint.length() > MAX_LOGIN_HINT)
        .isPresent()) {
      throw new Refusal(
          ReasonCode.INVALID_REQUEST,
          "`login_hint` must have at most %d characters".formatted(MAX_LOGIN_HINT));
    }
    return switch (destination) {
      case Destination.Home home -> home(home, request);
      case Destination.Application application ->
          application(entry.application().orElseThrow(), application, request);
    };
  }

  /** Whoever initiates the sign-in must mean this connection's provider (OIDC Core §4). */
  private static void checkInitiator(Connection connection, SignInRequest request) throws Refusal {
    String issuer = connection.settings().issuer();
    if (request.parameter("iss").filter(iss -> !iss.equals(issuer)).isPresent()) {
      throw new Refusal(
          ReasonCode.WRONG_INITIATING_ISSUER,
          "`iss` is not the connection's issuer, character for character");
    }
  }

  private static Destination home(Destination.Home home, SignInRequest request) throws Refusal {
    List<String> ours = List.of(home.publicUrl(), home.publicUrl() + "/");
    checkTarget(request.parameter("target_link_uri"), ours);
    return home;
  }

  private static Destination application(
      PortalApplication registered, Destination.Application application, SignInRequest request)
      throws Refusal {
    Optional<String> target = request.parameter("target_link_uri");
    checkTarget(target, registered.settings().redirectUris());
    Destination.Application ending = target.map(application::endingAt).orElse(application);
    return switch (request.parameter("response_type").orElse("")) {
      case "token" -> ending;
      case "code" -> ending.wantingCode(challenge(request));
      default ->
          throw new Refusal(
              ReasonCode.UNSUPPORTED_RESPONSE_TYPE, "`response_type` must be `code` or `token`");
    };
  }

  private static void checkTarget(Optional<String> target, List<String> registered) throws Refusal {
    if (target.filter(uri -> !registered.contains(uri)).isPresent()) {
      throw new Refusal(
          ReasonCode.UNKNOWN_TARGET,
          "`target_link_uri` must be a registered address, character for character");
    }
  }

  private static String challenge(SignInRequest request) throws Refusal {
    boolean s256 = request.parameter("code_challenge_method").filter("S256"::equals).isPresent();
    return request
        .parameter("code_challenge")
        .filter(_ -> s256)
        .filter(text -> CHALLENGE.matcher(text).matches())
        .orElseThrow(() ->
            new Refusal(
                ReasonCode.PKCE_REQUIRED,
                "a code needs `code_challenge` with `code_challenge_method=S256` (RFC 7636)"));
  }
}
