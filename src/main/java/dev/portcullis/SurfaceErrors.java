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
 * 7644 §3.12 under {@code /scim/v2}, Port's envelope elsewhere.
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
    boolean scim = isScim(request.getRequestURI());
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType(scim ? "application/scim+json" : "application/json");
    byte[] body = body(scim, status, code, message).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
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
