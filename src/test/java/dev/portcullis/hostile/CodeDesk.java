package dev.portcullis.hostile;

import com.sun.net.httpserver.HttpExchange;
import dev.portcullis.hostile.Forgery.Forger;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of the hostile provider that browsers and the token endpoint's clients meet. Unless told
 * otherwise it does what is right, and insists on it: each code once, for the verifier of its
 * challenge.
 */
final class CodeDesk {

  private final Mint mint;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private final Map<String, String> subjects = new ConcurrentHashMap<>();

  volatile String subject = "00u1";
  volatile Forger idToken = Mint::signed;
  volatile UnaryOperator<Map<String, String>> answer = UnaryOperator.identity();
  volatile UnaryOperator<Map<String, Object>> tokens = UnaryOperator.identity();
  volatile UnaryOperator<Map<String, Object>> userinfo = UnaryOperator.identity();

  /** Whether it takes any code, of whomever. */
  volatile boolean greedy;

  CodeDesk(Mint mint) {
    this.mint = mint;
  }

  /** Lets the person in at once, and sends the browser back with a code. */
  void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> request = parameters(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    asked.put(code, request);
    Map<String, String> response = new LinkedHashMap<>();
    response.put("code", code);
    response.put("state", request.get("state"));
    response.put("iss", mint.issuer());
    String target = request.get("redirect_uri") + "?" + form(answer.apply(response));
    Answer.redirect(302, target).give(exchange);
  }

  void redeem(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> request = parameters(body);
    Map<String, String> start = asked.remove(request.getOrDefault("code", ""));
    if (!greedy && (start == null || !fits(start, request))) {
      Answer.text(400, "{\"error\":\"invalid_grant\"}").give(exchange);
      return;
    }
    String accessToken = UUID.randomUUID().toString();
    subjects.put(accessToken, subject);
    Map<String, Object> claims = mint.claims(subject);
    claims.put("nonce", start == null ? "" : start.get("nonce"));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("access_token", accessToken);
    response.put("token_type", "Bearer");
    response.put("expires_in", 300);
    response.put("id_token", idToken.forge(claims));
    Answer.json(tokens.apply(response)).give(exchange);
  }

  private static boolean fits(Map<String, String> start, Map<String, String> request) {
    return "authorization_code".equals(request.get("grant_type"))
        && HostileProvider.CLIENT_ID.equals(request.get("client_id"))
        && Objects.equals(start.get("redirect_uri"), request.get("redirect_uri"))
        && "S256".equals(start.get("code_challenge_method"))
        && s256(request.getOrDefault("code_verifier", "")).equals(start.get("code_challenge"));
  }

  void tellAbout(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String known =
        authorization == null ? null : subjects.get(authorization.replace("Bearer ", ""));
    if (known == null) {
      Answer.text(401, "").give(exchange);
      return;
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", known);
    claims.put("preferred_username", known);
    Answer.json(userinfo.apply(claims)).give(exchange);
  }

  static String s256(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> parameters(@Nullable String form) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : form == null || form.isEmpty() ? new String[0] : form.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
