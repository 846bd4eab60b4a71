package dev.portcullis.hostile;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider whose every endpoint answers what a test wants; good until told otherwise. */
final class HostileProvider implements AutoCloseable {

  static final String CLIENT_ID = "client-1";

  static final String DISCOVERY = "/.well-known/openid-configuration";
  static final String KEYS = "/keys";
  static final String AUTHORIZE = "/authorize";
  static final String TOKEN = "/token";
  static final String USERINFO = "/userinfo";
  static final String CANARY = "/canary";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final Mint mint;
  private final CodeDesk desk;

  HostileProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    mint = new Mint(issuer());
    desk = new CodeDesk(mint);
    answers(DISCOVERY, Answer.json(metadata()));
    publishes(Keys.GOOD);
    answers(AUTHORIZE, desk::authorize);
    answers(TOKEN, desk::redeem);
    answers(USERINFO, desk::tellAbout);
    answers(
        CANARY, Answer.json(Map.of("keys", List.of(Keys.STRANGER.toPublicJWK().toJSONObject()))));
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What browsers and redeemers of codes meet. */
  CodeDesk desk() {
    return desk;
  }

  /** What makes its tokens. */
  Mint mint() {
    return mint;
  }

  /** A good discovery document. */
  Map<String, Object> metadata() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer());
    document.put("authorization_endpoint", issuer() + AUTHORIZE);
    document.put("token_endpoint", issuer() + TOKEN);
    document.put("userinfo_endpoint", issuer() + USERINFO);
    document.put("jwks_uri", issuer() + KEYS);
    document.put("response_types_supported", List.of("code"));
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of("RS256"));
    document.put("token_endpoint_auth_methods_supported", List.of("none"));
    document.put("code_challenge_methods_supported", List.of("S256"));
    document.put("authorization_response_iss_parameter_supported", true);
    return document;
  }

  /** A discovery document in which something is different. */
  void metadata(Consumer<Map<String, Object>> change) {
    Map<String, Object> document = metadata();
    change.accept(document);
    answers(DISCOVERY, Answer.json(document));
  }

  void publishes(JWK... keys) {
    answers(KEYS, Answer.text(200, new JWKSet(List.of(keys)).toString()));
  }

  /** What stands at a path from now on. */
  void answers(String path, Answer answer) {
    answers.put(path, answer);
  }

  /** Has something done before it answers at a path, while whoever asks is waiting. */
  void before(String path, Runnable work) {
    Answer answer = answers.getOrDefault(path, Answer.text(404, ""));
    answers(
        path,
        exchange -> {
          work.run();
          answer.give(exchange);
        });
  }

  /** How many requests a path has had. */
  int hitsOf(String path) {
    return hits.getOrDefault(path, new AtomicInteger()).get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    hits.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
    try (exchange) {
      answers.getOrDefault(path, Answer.text(404, "")).give(exchange);
    }
  }

  static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
