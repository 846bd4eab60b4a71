package dev.portcullis.demo;

import java.net.URI;
import java.util.Map;

/** A script of the portal's administrator, with an access token for {@code /v1} and decisions. */
final class ApiClient {

  private static final String JSON = "application/json";
  private static final String USER_AGENT = "portcullis-demo";

  private final Wire wire;
  private final String server;
  private final Wire.Headers headers;

  private ApiClient(Wire wire, String server, String authorization) {
    this.wire = wire;
    this.server = server;
    this.headers = new Wire.Headers(authorization, JSON, USER_AGENT);
  }

  /** Exchanges the API client's id and secret for an access token. */
  static ApiClient signedIn(Wire wire, String server, String clientId, String clientSecret) {
    Reply reply =
        new ApiClient(wire, server, "")
            .post(
                "/v1/auth/access_token",
                Map.of("clientId", clientId, "clientSecret", clientSecret));
    return new ApiClient(
        wire, server, "Bearer " + reply.expect(200).path("accessToken").asString());
  }

  Reply get(String path) {
    return wire.send("GET", URI.create(server + path), headers);
  }

  Reply post(String path, Map<String, ?> body) {
    return wire.send("POST", URI.create(server + path), headers, body);
  }

  Reply patch(String path, Map<String, ?> body) {
    return wire.send("PATCH", URI.create(server + path), headers, body);
  }
}
