package dev.portcullis.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSession;

/** HTTP over a bare socket, for bytes that Java's own client would not send. */
public final class RawHttp {

  private RawHttp() {}

  /**
   * Sends a request's bytes as they are, and reads the reply until the server closes.
   *
   * @param request holds {@code Connection: close}
   */
  public static Reply send(URI server, byte[] request) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request);
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply read(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no reply: " + text);
    }
    List<String> head = List.of(text.substring(0, end).split("\r\n"));
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : head.subList(1, head.size())) {
      String[] parts = line.split(":", 2);
      headers.computeIfAbsent(parts[0], n -> new ArrayList<>()).add(parts[1].strip());
    }
    String body = text.substring(end + 4);
    if (headers.containsKey("Transfer-Encoding")) {
      body = joined(body);
    }
    int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    return new Reply(
        status,
        new Response(
            status,
            HttpHeaders.of(headers, (name, value) -> true),
            new String(bytes, StandardCharsets.UTF_8)));
  }

  /** A chunked body's text, each character a byte. */
  private static String joined(String chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int line = chunks.indexOf("\r\n", at);
      int length = HexFormat.fromHexDigits(chunks.substring(at, line).split(";")[0].strip());
      if (length == 0) {
        return body.toString(StandardCharsets.ISO_8859_1);
      }
      body.writeBytes(
          chunks.substring(line + 2, line + 2 + length).getBytes(StandardCharsets.ISO_8859_1));
      at = line + 2 + length + 2;
    }
  }

  /** As much of a response as {@link Reply} asks for. */
  private record Response(int statusCode, HttpHeaders headers, String body)
      implements HttpResponse<String> {

    @Override
    public HttpRequest request() {
      throw new UnsupportedOperationException("sent over a bare socket");
    }

    @Override
    public Optional<HttpResponse<String>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public URI uri() {
      return request().uri();
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}
