package dev.portcullis.scim;

import dev.portcullis.directory.Precondition;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.message.ScimJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a request over HTTP. */
record HttpSource(HttpServletRequest http) implements RequestSource {

  /** Tomcat throws where it is not UTF-8, quoting what it read. */
  @Override
  public Optional<String> parameter(String name) {
    try {
      return Optional.ofNullable(http.getParameter(name));
    } catch (IllegalStateException _) {
      throw ScimFault.invalidValue(
          "the query of the address cannot be decoded: encode it as UTF-8 with percent signs");
    }
  }

  @Override
  public ObjectNode body() {
    requireJson(http.getContentType());
    try {
      return ScimJson.read(http.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireJson(@Nullable String contentType) {
    if (contentType == null || !isJson(contentType)) {
      throw ScimFault.of(
          HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
          "send the header Content-Type: application/scim+json (or application/json)");
    }
  }

  private static boolean isJson(String contentType) {
    try {
      MediaType sent = MediaType.parseMediaType(contentType);
      return sent.equalsTypeAndSubtype(ScimResponses.SCIM_JSON)
          || sent.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }

  @Override
  public Precondition precondition() {
    return Precondition.NONE;
  }
}
