package dev.portcullis.scim;

import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ScimCredentials;
import dev.portcullis.organization.Caller;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.MessageSchemas;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.message.ScimJson;
import dev.portcullis.scim.schema.AttributeReader;
import dev.portcullis.scim.schema.ResourceSchema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** A request of a SCIM client: who sends it, how its dialect is read, and its parts. */
record ScimRequest(
    HttpServletRequest http,
    ScimCredentials.Accepted client,
    ResourceLocations locations,
    Reading reading,
    RequestNotes notes) {

  /** The most resources on one page. */
  static final int MAX_COUNT = 200;

  private static final int DEFAULT_COUNT = 100;
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,30}");
  private static final Pattern UUID_TEXT =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  Caller caller() {
    return client.caller();
  }

  Connection connection() {
    return client.connection();
  }

  AttributeReader attributeReader() {
    return new AttributeReader(reading, notes);
  }

  /** The id in a path; what cannot be one of ours is absent before anything is looked up. */
  static UUID id(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw Refusals.absent();
    }
    return UUID.fromString(text);
  }

  /** The resource in the body, whose {@code schemas} names the schema. */
  ObjectNode resource(ResourceSchema schema) {
    ObjectNode body = body();
    MessageSchemas.require(body, schema.urn()).stream()
        .filter(urn -> !urn.equalsIgnoreCase(schema.urn()) && schema.extension(urn).isEmpty())
        .forEach(urn -> reading.leaveOut(urn, notes));
    return body;
  }

  PatchMessage patch() {
    return PatchMessage.read(body());
  }

  private ObjectNode body() {
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

  Projection projection(ResourceSchema schema) {
    return Projection.of(parameter("attributes"), parameter("excludedAttributes"), schema);
  }

  Optional<String> filter() {
    return parameter("filter");
  }

  /** Odd values mean the nearest sensible one (RFC 7644 §3.4.2.4). */
  Window window() {
    long startIndex = Math.clamp(number("startIndex", 1), 1, Integer.MAX_VALUE);
    int count = Math.clamp(number("count", DEFAULT_COUNT), 0, MAX_COUNT);
    return new Window(startIndex, count);
  }

  private long number(String name, long absent) {
    Optional<String> text = parameter(name);
    if (text.isEmpty()) {
      return absent;
    }
    if (!INTEGER.matcher(text.get()).matches()) {
      throw ScimFault.invalidValue("`" + name + "` must be an integer");
    }
    return new BigInteger(text.get())
        .max(BigInteger.valueOf(Integer.MIN_VALUE))
        .min(BigInteger.valueOf(Integer.MAX_VALUE))
        .longValue();
  }

  /** A parameter of the query; Tomcat throws where it is not UTF-8, quoting what it read. */
  private Optional<String> parameter(String name) {
    try {
      return Optional.ofNullable(http.getParameter(name));
    } catch (IllegalStateException _) {
      throw ScimFault.invalidValue(
          "the query of the address cannot be decoded: encode it as UTF-8 with percent signs");
    }
  }
}
