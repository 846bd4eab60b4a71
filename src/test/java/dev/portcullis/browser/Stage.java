package dev.portcullis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that a story needs: a server, a portal, a provider, and people with browsers. */
final class Stage implements AutoCloseable {

  private final PortcullisServer server;
  private final Tenant tenant;
  private final PortalSite portal = new PortalSite();
  private final List<BrowserContext> profiles = new ArrayList<>();
  private final CertifiedProvider provider;
  private final TestConnection connection;
  private final String clientId;

  Stage(TestDatabase database) {
    this(database, CertifiedProvider.of(PortcullisServer.on(database).base()));
  }

  Stage(TestDatabase database, CertifiedProvider provider) {
    this.server = PortcullisServer.on(database);
    this.provider = provider;
    this.tenant = server.tenant();
    this.connection = tenant.connection("okta", provider.issuer(), "");
    this.clientId = application("eu");
  }

  /** Registers the portal as an application; answers its client id. */
  String application(String region) {
    Reply made =
        admin()
            .post(
                "/v1/applications",
                """
                {"name":"Portal","region":"%1$s","redirectUris":["%2$s/cb"],
                 "postLogoutRedirectUris":["%2$s/bye"],"origins":["%2$s"]}
                """
                    .formatted(region, portal.origin()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/application/clientId");
  }

  PortcullisServer server() {
    return server;
  }

  HttpCaller admin() {
    return tenant.admin();
  }

  PortalSite portal() {
    return portal;
  }

  CertifiedProvider provider() {
    return provider;
  }

  TestConnection connection() {
    return connection;
  }

  String clientId() {
    return clientId;
  }

  /** A new person's browser. */
  Page browser() {
    return browser(Chromium.profile());
  }

  Page browser(BrowserContext profile) {
    profiles.add(profile);
    return profile.newPage();
  }

  String base() {
    return server.base().toString();
  }

  /** What the tile on the provider's dashboard opens for somebody (OIDC Core §4). */
  String tile(String login) {
    return "%s/authorize?connection=%s&iss=%s&login_hint=%s"
        .formatted(base(), connection.id(), encoded(provider.issuer()), encoded(login));
  }

  /** The portal's own page, from which a button leads to the sign-in. */
  String portalPage(String responseType, String login) {
    return "%s/?server=%s&response_type=%s&client_id=%s&connection=okta&login_hint=%s"
        .formatted(portal.origin(), encoded(base()), responseType, clientId, encoded(login));
  }

  /** Somebody presses the portal's button, and is back with an outcome. */
  String signInAtPortal(Page page, String responseType, String login) {
    page.navigate(portalPage(responseType, login));
    button(page, "Sign in").click();
    return outcome(page);
  }

  /** What the portal says became of a sign-in. */
  static String outcome(Page page) {
    page.waitForFunction("document.getElementById('outcome')?.textContent");
    return page.locator("#outcome").textContent();
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  static String heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText();
  }

  /** The teams that our own page shows, in its own order. */
  static List<String> teams(Page page) {
    return page.locator("section[aria-label=Teams] .name").allInnerTexts();
  }

  /** Whoever holds this access token. */
  HttpCaller bearer(String accessToken) {
    return server.anybody().with("Authorization", "Bearer " + accessToken);
  }

  /** A user's id, as SCIM finds it. */
  String userId(String login) {
    Reply found =
        connection
            .scim()
            .get(
                "/scim/v2/Users?filter="
                    + encoded("externalId eq \"" + CertifiedProvider.subjectOf(login) + "\""));
    assertThat(found.at("/totalResults")).as(found.text()).isEqualTo("1");
    return found.at("/Resources/0/id");
  }

  void deactivate(String login) {
    Reply done =
        connection
            .scim()
            .patch(
                "/scim/v2/Users/" + userId(login),
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[{"op":"replace","value":{"active":false}}]}
                """);
    assertThat(done.status()).as(done.text()).isIn(200, 204);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    profiles.forEach(BrowserContext::close);
    portal.close();
  }
}
