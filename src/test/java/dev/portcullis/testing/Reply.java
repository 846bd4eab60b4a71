package dev.portcullis.testing;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reply of the server. */
public record Reply(int status, HttpResponse<String> http) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The body as text. */
  public String text() {
    return http.body();
  }

  /** The body as JSON. */
  public JsonNode json() {
    return JSON.readTree(http.body());
  }

  /** What stands under a JSON pointer (RFC 6901), as text; empty if nothing does. */
  public String at(String pointer) {
    return json().at(pointer).asString("");
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return http.headers().firstValue(name).orElse("");
  }
}
