package dev.portcullis.redirects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.RawHttp;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever somebody names instead of a registered address, nobody is sent there. */
@OnBothDatabases
class RedirectsTest {

  private static final URI PORTAL = URI.create("https://portal.example/cb");
  private static final String BYE = "https://portal.example/bye";

  private final OpenIdProvider provider = new OpenIdProvider();
  private final PortcullisServer server;
  private final Visitor visitor;
  private final String asked;
  private final String tile;
  private final String clientId;

  RedirectsTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    visitor = new Visitor(server);
    Tenant tenant = server.tenant();
    clientId =
        tenant
            .admin()
            .post(
                "/v1/applications",
                """
                {"name":"Portal","region":"eu","redirectUris":["%s"],
                 "postLogoutRedirectUris":["%s"]}
                """
                    .formatted(PORTAL, BYE))
            .at("/application/clientId");
    String connection = tenant.connection("okta", provider.issuer(), "").id();
    asked = "/authorize?response_type=token&connection=okta&client_id=" + clientId;
    tile = "/authorize?connection=" + connection;
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private static List<RedirectTarget> targets() {
    return RedirectTarget.all(PORTAL, "evil.example");
  }

  @TestFactory
  Stream<DynamicTest> noRedirectUriButARegisteredOneIsGoneTo() {
    assertThat(visitor.get(asked + "&redirect_uri=" + PORTAL).header("Location"))
        .startsWith(provider.issuer());
    return targets().stream()
        .map(target ->
            DynamicTest.dynamicTest(
                target.toString(),
                () -> {
                  String uri = "&redirect_uri=" + target.encoded();
                  assertPage(visitor.get(asked + uri));
                  assertPage(visitor.get(asked + uri + "&error=x&prompt=none"));
                  assertPage(visitor.get(asked + uri + "&redirect_uri=" + PORTAL));
                  assertPage(visitor.get(asked + "&redirect_uri=" + PORTAL + uri));
                }));
  }

  @TestFactory
  Stream<DynamicTest> bytesThatNoBrowserSendsLeadNowhereEither() {
    return targets().stream()
        .filter(target -> target.text().chars().allMatch(c -> c > ' ' && c < 0x7f))
        // Sent as they are, these are nothing but the registered address in its encoded form.
        .filter(target -> !target.text().matches("https%3A%2F%2F.*Fcb|.*/%63b"))
        .map(target ->
            DynamicTest.dynamicTest(
                target.toString(),
                () -> {
                  String line =
                      "GET %s&redirect_uri=%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                          .formatted(asked, target.text(), server.base().getAuthority());
                  Reply reply =
                      RawHttp.send(server.base(), line.getBytes(StandardCharsets.US_ASCII));
                  assertThat(reply.status()).isEqualTo(400);
                  assertThat(reply.header("Location")).isEmpty();
                }));
  }

  @TestFactory
  Stream<DynamicTest> noTargetLinkUriButARegisteredOneIsGoneTo() {
    String good = asked + "&redirect_uri=" + PORTAL;
    return targets().stream()
        .map(target ->
            DynamicTest.dynamicTest(
                target.toString(),
                () -> {
                  String link = "&target_link_uri=" + target.encoded();
                  Reply told = visitor.get(good + link);
                  assertThat(told.status()).isEqualTo(303);
                  assertThat(told.header("Location"))
                      .startsWith(PORTAL + "?error=invalid_request&");
                  assertThat(Visitor.parameters(told).get("error_description"))
                      .startsWith("unknown_target: ");
                  assertPage(visitor.get(tile + link));
                }));
  }

  @TestFactory
  Stream<DynamicTest> noPostLogoutRedirectUriButARegisteredOneIsGoneTo() {
    return targets().stream()
        .map(target ->
            DynamicTest.dynamicTest(
                target.toString(),
                () -> {
                  String bye = "/logout?post_logout_redirect_uri=" + target.encoded();
                  assertStays(visitor.get(bye));
                  assertStays(visitor.get(bye + "&client_id=" + clientId));
                }));
  }

  /** A page of ours that leads nowhere. */
  private static void assertPage(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertStays(reply);
  }

  private static void assertStays(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isIn(200, 400);
    assertThat(reply.header("Location")).isEmpty();
    assertThat(reply.header("Refresh")).isEmpty();
    assertThat(reply.text().replace("href=\"/style.css\"", ""))
        .doesNotContain("href=", "http-equiv=\"refresh\"", "<script", "evil.example");
  }
}
