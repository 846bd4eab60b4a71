package dev.portcullis.signin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser asks at {@code /authorize}.
 *
 * @param host to which the request was sent
 * @param parameters the first value of each; blank ones count as absent
 * @param repeated names of those that came more than once
 * @param session who is signed in in that browser
 */
public record SignInRequest(
    String host,
    Map<String, String> parameters,
    Set<String> repeated,
    Optional<OpenSession> session,
    String traceId) {

  /** Where our own page puts the person's consent to be somebody else. */
  public static final String CONSENT = "consent";

  static final String CLIENT_ID = "client_id";
  static final String CONNECTION = "connection";
  static final String REDIRECT_URI = "redirect_uri";
  static final String STATE = "state";

  /** Those that say where a refusal is told. */
  private static final Set<String> GUIDES = Set.of(CLIENT_ID, CONNECTION, REDIRECT_URI);

  /** All that mean something here. */
  private static final Set<String> KNOWN =
      Set.of(
          CLIENT_ID,
          CONNECTION,
          REDIRECT_URI,
          STATE,
          "response_type",
          "scope",
          "iss",
          "login_hint",
          "target_link_uri",
          "code_challenge",
          "code_challenge_method");

  /** RFC 6749, appendix A.5. */
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]+");

  public SignInRequest {
    parameters = Map.copyOf(parameters);
    repeated = repeated.stream().filter(KNOWN::contains).collect(Collectors.toUnmodifiableSet());
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
  }

  /** The application's {@code state}, if it is one that can be given back. */
  Optional<String> state() {
    return parameter(STATE)
        .filter(state -> state.length() <= BrowserBounds.MAX_STATE_LENGTH)
        .filter(state -> VISIBLE.matcher(state).matches())
        .filter(_ -> !repeated.contains(STATE));
  }

  /** Refuses a request that does not say clearly whose it is. */
  void checkGuides() throws Refusal {
    if (GUIDES.stream().anyMatch(repeated::contains)) {
      throw repetition();
    }
  }

  /** Refuses what cannot be meant (RFC 6749 §3.1: no parameter more than once). */
  void checkRest() throws Refusal {
    if (!repeated.isEmpty()) {
      throw repetition();
    }
    if (parameter(STATE).isPresent() && state().isEmpty()) {
      throw new Refusal(
          ReasonCode.INVALID_REQUEST,
          "`state` must have at most %d visible ASCII characters"
              .formatted(BrowserBounds.MAX_STATE_LENGTH));
    }
  }

  private static Refusal repetition() {
    return new Refusal(
        ReasonCode.INVALID_REQUEST, "a parameter was sent more than once; send each of them once");
  }

  @Override
  public String toString() {
    return "SignInRequest[…]";
  }
}
