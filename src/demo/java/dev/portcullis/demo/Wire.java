package dev.portcullis.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Requests to the server under test, each of them counted. */
final class Wire {

  /** Okta gives up after 60 s of silence. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final LongAdder requests = new LongAdder();

  /** How many requests have been answered so far. */
  long requests() {
    return requests.sum();
  }

  /** A request without a body. */
  Reply send(String method, URI target, Headers headers) {
    return exchange(
        headers.on(HttpRequest.newBuilder(target)).method(method, BodyPublishers.noBody()));
  }

  /** A request whose body is {@code body} written as JSON. */
  Reply send(String method, URI target, Headers headers, Object body) {
    String json = JsonMapper.shared().writeValueAsString(body);
    return exchange(
        headers
            .on(HttpRequest.newBuilder(target))
            .header("Content-Type", headers.mediaType())
            .method(method, BodyPublishers.ofString(json)));
  }

  private Reply exchange(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(TIMEOUT).build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      requests.increment();
      String question = request.method() + " " + request.uri().getPath();
      return new Reply(question, response.statusCode(), json(response.body()), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(
          request.method() + " " + request.uri().getPath() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** What every request of one client carries. */
  record Headers(String authorization, String mediaType, String userAgent) {

    private HttpRequest.Builder on(HttpRequest.Builder request) {
      request.header("Accept", mediaType).header("User-Agent", userAgent);
      return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }
  }
}
