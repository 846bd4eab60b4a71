package dev.portcullis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An organization with a portal, whose people sign in at providers that lie. */
final class HostileWorld implements AutoCloseable {

  static final String PORTAL = "https://portal.example/cb";
  static final String IN = "accepted";

  private static final Pattern CODE_ON_PAGE = Pattern.compile("<code>([a-z_]+)</code>");
  private static final HttpClient PEOPLE = HttpClient.newHttpClient();

  private final HostileProvider provider = new HostileProvider();
  private final PortcullisServer server;
  private final Tenant tenant;
  private final String clientId;
  private final TestConnection connection;

  HostileWorld(TestDatabase database) {
    server = PortcullisServer.on(database);
    tenant = server.tenant();
    Reply made =
        tenant
            .admin()
            .post(
                "/v1/applications",
                """
                {"name":"Portal","region":"eu","redirectUris":["%s"]}
                """
                    .formatted(PORTAL));
    clientId = made.at("/application/clientId");
    connection = connect(provider);
  }

  PortcullisServer server() {
    return server;
  }

  Tenant tenant() {
    return tenant;
  }

  HttpCaller admin() {
    return tenant.admin();
  }

  HostileProvider provider() {
    return provider;
  }

  TestConnection connection() {
    return connection;
  }

  String clientId() {
    return clientId;
  }

  /** A new connection, about whose provider nothing is known yet. */
  TestConnection connect(HostileProvider to) {
    return tenant.connection("okta-" + UUID.randomUUID(), to.issuer(), "");
  }

  Visitor visitor() {
    return new Visitor(server);
  }

  /** What the portal sends people to, for a token. */
  Map<String, String> asked(TestConnection through) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "token");
    asked.put("client_id", clientId);
    asked.put("connection", through.name());
    asked.put("redirect_uri", PORTAL);
    return asked;
  }

  Reply starts(Visitor visitor, TestConnection through) {
    return visitor.get("/authorize?" + CodeDesk.form(asked(through)));
  }

  /** A browser starts a sign-in and goes to the provider; answers where that sends it back to. */
  String atProvider(Visitor visitor, TestConnection through) {
    Reply sent = starts(visitor, through);
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    return followed(sent.header("Location"));
  }

  /** Where a provider's page sends a browser on to. */
  static String followed(String address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return PEOPLE
          .send(request, HttpResponse.BodyHandlers.ofString())
          .headers()
          .firstValue("Location")
          .orElseThrow(() -> new AssertionError("the provider sends nobody on"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How a whole sign-in of a new browser ends: {@link #IN}, or the code of the reason. */
  String signIn(TestConnection through) {
    Visitor visitor = visitor();
    Reply sent = starts(visitor, through);
    return sent.status() == 303 && !sent.header("Location").startsWith(PORTAL)
        ? ending(visitor.get(followed(sent.header("Location"))))
        : ending(sent);
  }

  /** How a reply to a browser ends its sign-in. */
  static String ending(Reply reply) {
    String location = reply.header("Location");
    if (location.isEmpty()) {
      assertThat(reply.status()).as(reply.text()).isBetween(400, 503);
      Matcher code = CODE_ON_PAGE.matcher(reply.text());
      assertThat(code.find()).as(reply.text()).isTrue();
      return code.group(1);
    }
    assertThat(reply.status()).isEqualTo(303);
    assertThat(location).matches(Pattern.quote(PORTAL) + "[?#].*");
    Map<String, String> answer = Visitor.parameters(reply);
    return answer.containsKey("access_token")
        ? IN
        : answer.getOrDefault("error_description", "").replaceFirst(": .*", "");
  }

  /** How many people there are. */
  int people() {
    return connection.scim().get("/scim/v2/Users").json().at("/totalResults").asInt();
  }

  @Override
  public void close() {
    provider.close();
  }
}
