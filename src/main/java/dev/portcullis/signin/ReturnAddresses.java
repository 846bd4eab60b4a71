package dev.portcullis.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the addresses at which applications learn how a sign-in ended (RFC 6749 §4.1.2, §4.2.2). */
final class ReturnAddresses {

  private ReturnAddresses() {}

  static String withCode(Destination.Application to, String code) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", code);
    return inQuery(to, answer);
  }

  /** In the fragment, which browsers do not send on to servers. */
  static String withToken(Destination.Application to, String accessToken, long expiresInSeconds) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("access_token", accessToken);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", Long.toString(expiresInSeconds));
    return to.redirectUri() + "#" + encoded(to, answer);
  }

  /** In the query for both response types, as Port documents it. */
  static String withError(Destination.Application to, BrowserRefusal refusal) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", refusal.error());
    answer.put("error_description", refusal.description());
    return inQuery(to, answer);
  }

  private static String inQuery(Destination.Application to, Map<String, String> answer) {
    String separator = to.redirectUri().contains("?") ? "&" : "?";
    return to.redirectUri() + separator + encoded(to, answer);
  }

  private static String encoded(Destination.Application to, Map<String, String> answer) {
    to.state().ifPresent(state -> answer.put("state", state));
    return answer.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
