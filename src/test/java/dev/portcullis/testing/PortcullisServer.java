package dev.portcullis.testing;

import dev.portcullis.Portcullis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole server, started once for each database and shared by all tests; each test makes an
 * organization of its own in it.
 */
public final class PortcullisServer {

  public static final String OPERATOR_ID = "operator";
  public static final String OPERATOR_SECRET = "operator-secret-of-the-tests";

  private static final String SEAL = "--portcullis.seal-millis=";

  private static final Map<TestDatabase, PortcullisServer> RUNNING =
      new EnumMap<>(TestDatabase.class);
  private static final AtomicInteger TENANTS = new AtomicInteger();

  private final ConfigurableApplicationContext context;
  private final URI base;
  private @Nullable HttpCaller maker;

  private PortcullisServer(ConfigurableApplicationContext context) {
    this.context = context;
    int port =
        Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
    this.base = URI.create("http://localhost:" + port);
  }

  /** The server on that database. */
  public static synchronized PortcullisServer on(TestDatabase database) {
    return RUNNING.computeIfAbsent(database, PortcullisServer::start);
  }

  /**
   * A server of its own that serves both regions, the American one at {@code 127.0.0.1}; the caller
   * stops it.
   */
  public static PortcullisServer servingTwoRegions(TestDatabase database) {
    return start(database, "--portcullis.us-url=http://127.0.0.1:${server.port}");
  }

  /** A server of its own that seals the audit log by itself; the caller stops it. */
  public static PortcullisServer sealing(TestDatabase database) {
    return start(database, SEAL + 50);
  }

  /** Ends a server that is not shared. */
  public void stop() {
    context.close();
  }

  private static PortcullisServer start(TestDatabase database, String... more) {
    try {
      SpringApplication application =
          new SpringApplication(Portcullis.class, StatementCounting.class);
      application.setRegisterShutdownHook(true);
      List<String> arguments = new ArrayList<>(List.of(more));
      if (arguments.stream().noneMatch(argument -> argument.startsWith(SEAL))) {
        // It would run statements among those that tests count.
        arguments.add(SEAL + 0);
      }
      arguments.addAll(
          List.of(
              "--server.port=" + freePort(),
              "--portcullis.home=" + BuildFolders.made("home"),
              "--portcullis.master-key=a master key that only the tests know",
              "--portcullis.client-id=" + OPERATOR_ID,
              "--portcullis.client-secret=" + OPERATOR_SECRET,
              "--portcullis.scim-rate=0",
              "--portcullis.insecure-issuers=true",
              // It would run statements among those that tests count.
              "--spring.session.jdbc.cleanup-cron=-",
              "--spring.datasource.url=" + database.url(),
              "--logging.level.root=warn"));
      return new PortcullisServer(application.run(arguments.toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Chosen before the start, so that the addresses that the server shows lead to it. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Where it listens. */
  public URI base() {
    return base;
  }

  /** A bean of the running server, for tests that look behind the surface. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All beans of a type. */
  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /** Somebody without any credential, who speaks JSON. */
  public HttpCaller anybody() {
    return new HttpCaller(base, Map.of("Content-Type", "application/json"));
  }

  /** Whoever has these credentials of an API client. */
  public HttpCaller client(String clientId, String clientSecret) {
    Reply token =
        anybody()
            .post(
                "/v1/auth/access_token",
                "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}".formatted(clientId, clientSecret));
    Tenant.require(token, 200);
    return anybody().with("Authorization", "Bearer " + token.at("/accessToken"));
  }

  /** The deployment's operator. */
  public HttpCaller operator() {
    return client(OPERATOR_ID, OPERATOR_SECRET);
  }

  /** A new organization. */
  public Tenant tenant() {
    String name = "tenant-" + TENANTS.incrementAndGet();
    Reply made = made("{\"name\":\"%s\",\"region\":\"eu\"}".formatted(name));
    Tenant.require(made, 201);
    HttpCaller admin = client(made.at("/apiClient/clientId"), made.at("/apiClient/clientSecret"));
    return new Tenant(this, made.at("/organization/id"), name, admin);
  }

  /**
   * Makes an organization with a token that others got: to check a secret that somebody chose is
   * dear on purpose. Tests that rotate keys end such tokens.
   */
  private synchronized Reply made(String organization) {
    Optional<Reply> made =
        Optional.ofNullable(maker)
            .map(known -> known.post("/v1/organizations", organization))
            .filter(reply -> reply.status() != 401);
    if (made.isPresent()) {
      return made.get();
    }
    maker = operator();
    return maker.post("/v1/organizations", organization);
  }

  /** The SQL statements that the server runs from now on, until it is closed. */
  public StatementCounting.Count countStatements() {
    return StatementCounting.count();
  }
}
