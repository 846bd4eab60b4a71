package dev.portcullis.scim.okta;

import dev.portcullis.testing.RawHttp;
import dev.portcullis.testing.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A recorded request.
 *
 * @param head request line and headers, without the empty line
 * @param body as it was recorded, white space included
 */
record Recording(String head, String body) {

  /** The ids that the recordings hold: a user, another user, a group. */
  static final String USER = "23a35c27-23d3-4c03-b4c5-6443c09e7173";

  static final String OTHER = "89bb1940-b905-4575-9e7f-6f887cfb368e";
  static final String GROUP = "abf4dd94-a4c0-4f67-89c9-76b03340cb9b";

  private static final String CREDENTIALS = "<Authorization credentials>";

  /** The request recorded in {@code okta/requests/NAME.http}. */
  static Recording of(String name) {
    String file = "/okta/requests/" + name + ".http";
    try (InputStream stream = Recording.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
      int end = text.indexOf("\n\n");
      return new Recording(text.substring(0, end), text.substring(end + 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with another id wherever the recorded one stands. */
  Recording with(String recordedId, String id) {
    return new Recording(head.replace(recordedId, id), body.replace(recordedId, id));
  }

  /** The same with another body. */
  Recording withBody(String other) {
    return new Recording(head, other);
  }

  /** Sends it with these credentials as the value of {@code Authorization}. */
  Reply send(URI server, String credentials) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder lines = new StringBuilder();
    lines.append(head.replace(CREDENTIALS, credentials));
    lines.append("\nHost: ").append(server.getAuthority()).append("\nConnection: close");
    if (content.length > 0) {
      lines.append("\nContent-Length: ").append(content.length);
    }
    lines.append("\n\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(lines.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    request.writeBytes(content);
    return RawHttp.send(server, request.toByteArray());
  }
}
