package dev.portcullis.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the addresses at which applications learn how a sign-in ended (RFC 6749 §4.1.2, §4.2.2).
 */
final class ReturnAddresses {

  private ReturnAddresses() {}

  static String withCode(Destination.Application to, String code) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", code);
    to.state().ifPresent(state -> answer.put("state", state));
    return Addresses.with(to.redirectUri(), answer);
  }

  /** In the fragment, which browsers do not send on to servers. */
  static String withToken(Destination.Application to, String accessToken, long expiresInSeconds) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("access_token", accessToken);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", Long.toString(expiresInSeconds));
    to.state().ifPresent(state -> answer.put("state", state));
    return Addresses.withFragment(to.redirectUri(), answer);
  }

  /** In the query for both response types, as Port documents it. */
  static String withError(Destination.Application to, BrowserRefusal refusal) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", refusal.error());
    answer.put("error_description", refusal.description());
    to.state().ifPresent(state -> answer.put("state", state));
    return Addresses.with(to.redirectUri(), answer);
  }
}
