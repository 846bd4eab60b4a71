package dev.portcullis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors that end a request before an edge sees it, in the shape of the surface that was asked: RFC
 * 7644 §3.12 under {@code /scim/v2}, OAuth's under {@code /oauth}, Port's envelope elsewhere.
 */
final class SurfaceErrors {

  private static final JsonMapper JSON = JsonMapper.shared();

  private SurfaceErrors() {}

  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      String message)
      throws IOException {
    write(request.getRequestURI(), response, status, code, message);
  }

  /** The same for a status that somebody else has chosen without saying why. */
  static void write(String path, HttpServletResponse response, int status) throws IOException {
    switch (status) {
      case 400 ->
          write(
              path,
              response,
              status,
              "bad_request",
              "the address or a header is not well-formed; percent-encode what the address holds");
      case 404 -> write(path, response, status, "not_found", "there is nothing here");
      case 405 ->
          write(path, response, status, "method_not_allowed", "no address here knows this method");
      case 414 ->
          write(
              path,
              response,
              status,
              "uri_too_long",
              "the address and head have more than 32 KiB; shorten the address");
      case 431 ->
          write(
              path,
              response,
              status,
              "head_too_large",
              "the head of the request has more than 32 KiB; send fewer headers");
      case 503 -> write(path, response, status, "unavailable", "try again in a moment");
      default ->
          write(
              path,
              response,
              status,
              status < 500 ? "refused" : "internal_error",
              status < 500
                  ? "the request cannot be served"
                  : "this is our fault; quote the X-Trace-Id of this reply");
    }
  }

  private static void write(
      String path, HttpServletResponse response, int status, String code, String message)
      throws IOException {
    boolean scim = isScim(path);
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType(scim ? "application/scim+json" : "application/json");
    String text =
        path.startsWith("/oauth/") ? oAuthBody(status, message) : body(scim, status, code, message);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String oAuthBody(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", status < 500 ? "invalid_request" : "server_error");
    body.put("error_description", message);
    return JSON.writeValueAsString(body);
  }

  static boolean isScim(String path) {
    return path.equals("/scim/v2") || path.startsWith("/scim/v2/");
  }

  static String body(boolean scim, int status, String code, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (scim) {
      body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
      body.put("status", Integer.toString(status));
      body.put("detail", message);
    } else {
      body.put("ok", false);
      body.put("error", code);
      body.put("message", message);
    }
    return JSON.writeValueAsString(body);
  }
}
