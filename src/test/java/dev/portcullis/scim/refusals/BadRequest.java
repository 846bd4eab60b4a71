package dev.portcullis.scim.refusals;

import dev.portcullis.testing.RawHttp;
import dev.portcullis.testing.Reply;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that must be refused.
 *
 * @param mistake what is wrong with it
 * @param path below {@code /scim/v2}, sent as it is
 * @param headers those that differ from a well-behaved client's; an empty value leaves one out
 * @param status the refusal's status, 0 if any between 400 and 499 will do
 */
record BadRequest(
    String mistake,
    String method,
    String path,
    Map<String, String> headers,
    byte[] body,
    int status) {

  static BadRequest of(String mistake, String method, String path) {
    return new BadRequest(mistake, method, path, Map.of(), new byte[0], 0);
  }

  static BadRequest of(String mistake, String method, String path, String body) {
    return of(mistake, method, path).withBody(body.getBytes(StandardCharsets.UTF_8));
  }

  BadRequest withBody(byte[] bytes) {
    return new BadRequest(mistake, method, path, headers, bytes, status);
  }

  BadRequest with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new BadRequest(mistake, method, path, more, body, status);
  }

  BadRequest expecting(int expected) {
    return new BadRequest(mistake, method, path, headers, body, expected);
  }

  /** The body as text. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Reply send(URI server, String token) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", server.getAuthority());
    all.put("Connection", "close");
    all.put("Authorization", "Bearer " + token);
    all.put("Content-Type", "application/scim+json");
    all.put("Content-Length", Integer.toString(body.length));
    all.putAll(headers);
    StringBuilder head = new StringBuilder(method + " /scim/v2" + path + " HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(value.isEmpty() ? "" : name + ": " + value + "\r\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return RawHttp.send(server, bytes.toByteArray());
  }

  @Override
  public String toString() {
    String shown = text();
    return mistake
        + ": "
        + method
        + " "
        + path.substring(0, Math.min(path.length(), 200))
        + " "
        + headers
        + " "
        + shown.substring(0, Math.min(shown.length(), 300));
  }
}
