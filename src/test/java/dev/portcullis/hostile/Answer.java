package dev.portcullis.hostile;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** How an endpoint answers. */
@FunctionalInterface
interface Answer {

  /** Writes the answer; the exchange is closed afterwards. */
  void give(HttpExchange exchange) throws IOException;

  static Answer json(Map<String, ?> document) {
    return text(200, HostileProvider.json(document));
  }

  static Answer text(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Sends whoever asks somewhere else. */
  static Answer redirect(int status, String target) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", target);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** Never says a word. */
  static Answer silence() {
    return _ -> waitUntilInterrupted();
  }

  /** Begins well and never goes on. */
  static Answer halfAnAnswer() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      waitUntilInterrupted();
    };
  }

  /** Hangs up in the middle of a body that was announced as longer. */
  static Answer hangUp() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write("{\"issuer\":".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      throw new IOException("hung up");
    };
  }

  /** Goes on until the other side has had enough, well-formed as far as can be seen. */
  static Answer endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] more = "\"x\":\"%s\",".formatted("x".repeat(8_192)).getBytes(StandardCharsets.UTF_8);
      OutputStream body = exchange.getResponseBody();
      body.write('{');
      while (!Thread.currentThread().isInterrupted()) {
        body.write(more);
      }
    };
  }

  private static void waitUntilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
