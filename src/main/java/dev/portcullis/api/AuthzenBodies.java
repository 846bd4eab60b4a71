package dev.portcullis.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the bodies of the AuthZEN Authorization API 1.0, where whatever cannot be read is a 400,
 * the media type included, so that Spring does not read them.
 */
@Component
final class AuthzenBodies {

  private final RequestBodies bodies;

  AuthzenBodies(RequestBodies bodies) {
    this.bodies = bodies;
  }

  JsonNode read(HttpServletRequest request) throws IOException {
    if (!isJson(request.getContentType())) {
      throw unreadable("send the body as `Content-Type: application/json`");
    }
    byte[] body = request.getInputStream().readAllBytes();
    try {
      JsonNode tree = bodies.read(JsonNode.class, body);
      if (!tree.isObject()) {
        throw unreadable("the body must be an object");
      }
      return tree;
    } catch (JacksonException e) {
      throw unreadable("the body is not well-formed JSON, repeats a property, or nests too deeply");
    } catch (RequestFault fault) {
      throw unreadable(fault.error().message());
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    try {
      return contentType != null
          && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static RequestFault unreadable(String message) {
    return new RequestFault(new PortError(400, "invalid_request", message));
  }
}
