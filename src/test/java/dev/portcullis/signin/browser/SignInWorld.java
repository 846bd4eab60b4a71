package dev.portcullis.signin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An organization with a provider, a connection and a portal, for people to sign in. */
final class SignInWorld implements AutoCloseable {

  static final String PORTAL = "https://portal.example/callback";

  /** RFC 7636, appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final OpenIdProvider provider = new OpenIdProvider();
  private final PortcullisServer server;
  private final Tenant tenant;
  private final String clientId;
  private final TestConnection connection;

  private final TestDatabase database;

  SignInWorld(TestDatabase database) {
    this.database = database;
    server = PortcullisServer.on(database);
    tenant = server.tenant();
    clientId = application("eu", PORTAL);
    connection = tenant.connection("okta", provider.issuer(), "");
  }

  /** Registers an application; answers its client id. */
  String application(String region, String redirectUri) {
    Reply made =
        admin()
            .post(
                "/v1/applications",
                """
                {"name":"Portal","region":"%s","redirectUris":["%s"],
                 "postLogoutRedirectUris":["https://portal.example/bye"],
                 "origins":["https://portal.example"]}
                """
                    .formatted(region, redirectUri));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/application/clientId");
  }

  TestDatabase database() {
    return database;
  }

  PortcullisServer server() {
    return server;
  }

  OpenIdProvider provider() {
    return provider;
  }

  HttpCaller admin() {
    return tenant.admin();
  }

  TestConnection connection() {
    return connection;
  }

  String clientId() {
    return clientId;
  }

  Visitor visitor() {
    return new Visitor(server);
  }

  /** What a portal sends people to, for a token. */
  Map<String, String> asked() {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "token");
    asked.put("client_id", clientId);
    asked.put("connection", "okta");
    asked.put("redirect_uri", PORTAL);
    asked.put("state", "the portal's own");
    return asked;
  }

  /** The same for a code. */
  Map<String, String> askedForCode() {
    Map<String, String> asked = asked();
    asked.put("response_type", "code");
    asked.put("code_challenge", CHALLENGE);
    asked.put("code_challenge_method", "S256");
    return asked;
  }

  static String authorize(Map<String, String> asked) {
    return "/authorize?" + form(asked);
  }

  static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  String tile() {
    return "/authorize?connection=" + connection.id();
  }

  /** A browser goes to the provider; answers what it was sent there with. */
  Map<String, String> sentToProvider(Visitor visitor, String address) {
    Reply sent = visitor.get(address);
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    assertThat(sent.header("Location")).startsWith(provider.issuer() + "/authorize?");
    return Visitor.parameters(sent);
  }

  /** The provider knows somebody, and the browser comes back from it. */
  Reply comesBack(Visitor visitor, Map<String, String> sent, Map<String, Object> claims) {
    Map<String, Object> all = new LinkedHashMap<>(claims);
    all.putIfAbsent("nonce", sent.get("nonce"));
    provider.redeems(provider.token("00u1", all));
    return visitor.get("/login/callback?code=c-1&state=" + sent.get("state"));
  }

  Reply signsIn(Visitor visitor, String address, Map<String, Object> claims) {
    return comesBack(visitor, sentToProvider(visitor, address), claims);
  }

  static Map<String, Object> ann(String... groups) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("preferred_username", "ann");
    claims.put("email", "ann@acme.example");
    claims.put("email_verified", true);
    claims.put("groups", List.of(groups));
    return claims;
  }

  /** An application redeems its code. */
  Reply redeems(Map<String, String> values) {
    return server
        .anybody()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post("/oauth/token", form(values));
  }

  Map<String, String> redemption(String code) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("grant_type", "authorization_code");
    values.put("client_id", clientId);
    values.put("redirect_uri", PORTAL);
    values.put("code", code);
    values.put("code_verifier", VERIFIER);
    return values;
  }

  /** The person that an access token stands for, as SCIM's {@code /Me} shows them. */
  Reply me(String accessToken) {
    return server.anybody().with("Authorization", "Bearer " + accessToken).get("/scim/v2/Me");
  }

  @Override
  public void close() {
    provider.close();
  }
}
