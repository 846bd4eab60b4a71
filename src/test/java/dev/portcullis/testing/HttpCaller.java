package dev.portcullis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who talks to the server with fixed headers. */
public final class HttpCaller {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final Map<String, String> headers;

  HttpCaller(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  /** Somebody without any header, who calls at an address. */
  public static HttpCaller at(URI base) {
    return new HttpCaller(base, Map.of());
  }

  /** The same caller with one header more, or another value of it. */
  public HttpCaller with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpCaller(base, more);
  }

  public Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  public Reply post(String path, String body) {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  public Reply put(String path, String body) {
    return send("PUT", path, BodyPublishers.ofString(body));
  }

  public Reply patch(String path, String body) {
    return send("PATCH", path, BodyPublishers.ofString(body));
  }

  /** Any request; the path goes out as it is, so it must be encoded where it needs to be. */
  public Reply send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> reply =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(reply.statusCode(), reply);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
