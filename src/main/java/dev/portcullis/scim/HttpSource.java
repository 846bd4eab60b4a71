package dev.portcullis.scim;

import dev.portcullis.directory.Precondition;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.message.ScimJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a request over HTTP. */
record HttpSource(HttpServletRequest http) implements RequestSource {

  private static final String IDENTITY = "identity";
  private static final Set<String> LISTS = Set.of("attributes", "excludedAttributes");

  /** What is given several times is one list where it is a list, and else nothing sure. */
  @Override
  public Optional<String> parameter(String name) {
    String[] given = values(name);
    if (given.length > 1 && !LISTS.contains(name)) {
      throw ScimFault.invalidValue(
          "`" + name + "` is given " + given.length + " times: give it once");
    }
    return given.length == 0 ? Optional.empty() : Optional.of(String.join(",", given));
  }

  /** Tomcat throws where it is not UTF-8, quoting what it read. */
  private String[] values(String name) {
    try {
      return Objects.requireNonNullElse(http.getParameterValues(name), new String[0]);
    } catch (IllegalStateException _) {
      throw ScimFault.invalidValue(
          "the query of the address cannot be decoded: encode it as UTF-8 with percent signs");
    }
  }

  @Override
  public ObjectNode body() {
    requireJson(http.getContentType());
    requirePlain();
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

  private void requirePlain() {
    if (!headers(HttpHeaders.CONTENT_ENCODING).orElse(IDENTITY).equalsIgnoreCase(IDENTITY)) {
      throw ScimFault.of(
              HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
              "send the body as it is, without the header Content-Encoding")
          .withHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
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
    Optional<EntityTags> onlyIf = headers(HttpHeaders.IF_MATCH).map(EntityTags::parse);
    EntityTags notIf = known();
    return notIf.any()
        ? new Precondition(Optional.of(Set.of()), Set.of())
        : new Precondition(
            onlyIf.filter(tags -> !tags.any()).map(EntityTags::versions), notIf.versions());
  }

  @Override
  public EntityTags known() {
    return headers(HttpHeaders.IF_NONE_MATCH).map(EntityTags::parse).orElse(EntityTags.NONE);
  }

  /** A header that may be sent in several lines (RFC 9110 §5.3). */
  private Optional<String> headers(String name) {
    List<String> lines = Collections.list(http.getHeaders(name));
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
  }
}
