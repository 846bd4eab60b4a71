package dev.portcullis.demo;

import static java.util.Map.entry;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's browser and the client's back channel: authorization code with PKCE (RFC 7636), from
 * the authorization request to the ID token.
 */
final class CodeFlow implements AutoCloseable {

  /** Enough for a login page and its way back; more is a loop. */
  private static final int MAX_REDIRECTS = 8;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String issuer;
  private final String clientId;
  private final String redirectUri;

  CodeFlow(String issuer, String clientId, String redirectUri) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.redirectUri = redirectUri;
  }

  String idToken(String login) throws IOException, InterruptedException {
    JsonNode endpoints =
        JsonMapper.shared()
            .readTree(get(URI.create(issuer + "/.well-known/openid-configuration")).body());
    Pkce pkce = Pkce.random();
    String code = code(endpoints.path("authorization_endpoint").asString(), login, pkce);
    return redeem(endpoints.path("token_endpoint").asString(), code, pkce);
  }

  private String code(String authorizationEndpoint, String login, Pkce pkce)
      throws IOException, InterruptedException {
    String state = Pkce.randomText();
    String request =
        form(
            Map.ofEntries(
                entry("client_id", clientId),
                entry("response_type", "code"),
                entry("scope", "openid profile email groups"),
                entry("redirect_uri", redirectUri),
                entry("login_hint", login),
                entry("state", state),
                entry("nonce", Pkce.randomText()),
                entry("code_challenge", pkce.challenge()),
                entry("code_challenge_method", "S256")));
    Map<String, String> answer = query(callback(URI.create(authorizationEndpoint + "?" + request)));
    String code = answer.get("code");
    if (code == null || !state.equals(answer.get("state"))) {
      throw new IOException("no code for " + login + ": " + answer);
    }
    return code;
  }

  /** Goes where the provider sends the browser, until that is back to the client. */
  private URI callback(URI authorizationRequest) throws IOException, InterruptedException {
    URI here = authorizationRequest;
    for (int hop = 0; hop < MAX_REDIRECTS; hop++) {
      HttpResponse<String> response = get(here);
      Optional<String> location = response.headers().firstValue("Location");
      if (location.isEmpty()) {
        throw new IOException("no way on from " + here.getPath() + ": " + response.statusCode());
      }
      here = here.resolve(location.get());
      if (here.toString().startsWith(redirectUri + "?")) {
        return here;
      }
    }
    throw new IOException("more than " + MAX_REDIRECTS + " redirects");
  }

  private String redeem(String tokenEndpoint, String code, Pkce pkce)
      throws IOException, InterruptedException {
    String form =
        form(
            Map.of(
                "grant_type", "authorization_code",
                "client_id", clientId,
                "redirect_uri", redirectUri,
                "code", code,
                "code_verifier", pkce.verifier()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(tokenEndpoint))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("token endpoint: " + response.statusCode() + " " + response.body());
    }
    return JsonMapper.shared().readTree(response.body()).path("id_token").asString();
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : uri.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  @Override
  public void close() {
    browser.close();
  }
}
