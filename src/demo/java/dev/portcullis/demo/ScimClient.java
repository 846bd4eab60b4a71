package dev.portcullis.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Okta's SCIM client: its user agent, its media type, and the token bare in the header. */
final class ScimClient {

  private final Wire wire;
  private final String base;
  private final Wire.Headers headers;

  ScimClient(Wire wire, String scimBaseUrl, String token) {
    this.wire = wire;
    this.base = scimBaseUrl;
    this.headers = new Wire.Headers(token, "application/scim+json", "Okta SCIM Client 1.0.0");
  }

  Reply get(String path) {
    return wire.send("GET", URI.create(base + path), headers);
  }

  /** Okta's question before it creates anybody. */
  Reply probe(String userName) {
    String filter = "userName eq \"" + userName + "\"";
    return get("/Users?filter=" + encoded(filter) + "&startIndex=1&count=100");
  }

  Reply post(String path, Map<String, ?> body) {
    return wire.send("POST", URI.create(base + path), headers, body);
  }

  Reply put(String path, Map<String, ?> body) {
    return wire.send("PUT", URI.create(base + path), headers, body);
  }

  Reply patch(String path, Map<String, ?> body) {
    return wire.send("PATCH", URI.create(base + path), headers, body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
