package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class ApplicationsConversationTest {

  private static final String PATH = "/v1/applications";
  private static final String PORTAL =
      """
      {"name":"Portal","region":"eu","redirectUris":["https://app.acme.example"]}
      """;

  private final PortcullisServer server;
  private final Tenant tenant;
  private final HttpCaller admin;

  ApplicationsConversationTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.admin = tenant.admin();
  }

  private Reply registered(String body) {
    Reply reply = admin.post(PATH, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply;
  }

  private String registered() {
    return registered(PORTAL).at("/application/clientId");
  }

  private Reply connectedTo(String connection, String clientId) {
    return admin.post(
        "/v1/connections",
        """
        {"name":"%s","issuer":"https://acme.okta.example","clientId":"c","application":"%s"}
        """
            .formatted(connection, clientId));
  }

  @Test
  void aNewApplicationGetsAClientIdOfOurMakingAndComesBackAsItWasSaid() {
    Reply full =
        registered(
            """
            {"name":"The portal 🚪","region":"us",
             "redirectUris":["https://app.acme.example/in?x=1","http://localhost:3000/in",
                             "http://127.0.0.1:8080","http://[::1]/cb","https://app.acme.example/in"],
             "loginUri":"https://app.acme.example/login",
             "postLogoutRedirectUris":["https://app.acme.example/bye"],
             "origins":["https://app.acme.example","http://localhost:3000"]}
            """);
    assertThat(full.json().at("/ok").booleanValue()).isTrue();
    String clientId = full.at("/application/clientId");
    assertThat(clientId).matches("[A-Za-z0-9_-]{32}");
    assertThat(full.at("/application/name")).isEqualTo("The portal 🚪");
    assertThat(full.at("/application/region")).isEqualTo("us");
    assertThat(full.json().at("/application/redirectUris")).hasSize(5);
    assertThat(full.at("/application/redirectUris/0")).isEqualTo("https://app.acme.example/in?x=1");
    assertThat(full.at("/application/loginUri")).isEqualTo("https://app.acme.example/login");
    assertThat(full.at("/application/postLogoutRedirectUris/0")).endsWith("/bye");
    assertThat(full.json().at("/application/origins")).hasSize(2);
    assertThat(admin.get(PATH + "/" + clientId).json()).isEqualTo(full.json());

    Reply small = registered(PORTAL);
    assertThat(small.at("/application/clientId")).isNotEqualTo(clientId);
    assertThat(small.json().at("/application").has("loginUri")).isFalse();
    assertThat(small.json().at("/application/origins")).isEmpty();
    assertThat(small.json().at("/application/postLogoutRedirectUris")).isEmpty();
    assertThat(admin.get(PATH).json().at("/applications").findValuesAsString("name"))
        .containsExactly("Portal", "The portal 🚪");
  }

  @Test
  void aPatchChangesWhatItNamesAndClearsWhatIsNull() {
    Reply made =
        registered(
            """
            {"name":"Portal","region":"eu","redirectUris":["https://app.acme.example"],
             "loginUri":"https://app.acme.example/login",
             "postLogoutRedirectUris":["https://app.acme.example/bye"],
             "origins":["https://app.acme.example"]}
            """);
    String path = PATH + "/" + made.at("/application/clientId");
    Reply renamed = admin.patch(path, "{\"name\":\"New\",\"region\":\"us\"}");
    assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
    assertThat(renamed.at("/application/name")).isEqualTo("New");
    assertThat(renamed.at("/application/region")).isEqualTo("us");
    assertThat(renamed.json().at("/application/redirectUris"))
        .isEqualTo(made.json().at("/application/redirectUris"));
    assertThat(renamed.json().at("/application/origins")).hasSize(1);
    Reply cleared =
        admin.patch(
            path,
            "{\"loginUri\":null,\"postLogoutRedirectUris\":null,\"origins\":null,\"redirectUris\":[\"https://b.example\"]}");
    assertThat(cleared.json().at("/application").has("loginUri")).isFalse();
    assertThat(cleared.json().at("/application/postLogoutRedirectUris")).isEmpty();
    assertThat(cleared.json().at("/application/origins")).isEmpty();
    assertThat(cleared.at("/application/redirectUris/0")).isEqualTo("https://b.example");
    assertThat(admin.get(path).json()).isEqualTo(cleared.json());
    assertThat(admin.patch(path, "{}").json()).isEqualTo(cleared.json());
  }

  @Test
  void aDeletedApplicationIsGone() {
    String path = PATH + "/" + registered();
    assertThat(admin.delete(path).text()).isEqualTo("{\"ok\":true}");
    Reply gone = admin.get(path);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.at("/details/resource")).isEqualTo("Application");
    assertThat(gone.at("/details/byField")).isEqualTo("clientId");
    assertThat(admin.delete(path).status()).isEqualTo(404);
    assertThat(admin.patch(path, "{\"name\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void anApplicationThatConnectionsNameStaysUntilTheyLetGo() {
    String portal = registered();
    assertThat(connectedTo("okta-b", portal).status()).isEqualTo(201);
    assertThat(connectedTo("okta-a", portal).status()).isEqualTo(201);
    Reply refused = admin.delete(PATH + "/" + portal);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/error")).isEqualTo("conflict");
    assertThat(refused.at("/message")).contains("`okta-a`, `okta-b`");
    assertThat(refused.json().at("/details/connections").toString())
        .isEqualTo("[\"okta-a\",\"okta-b\"]");
    assertThat(admin.get(PATH + "/" + portal).status()).isEqualTo(200);
    admin.patch("/v1/connections/okta-a", "{\"application\":null}");
    admin.delete("/v1/connections/okta-b");
    assertThat(admin.delete(PATH + "/" + portal).status()).isEqualTo(200);
  }

  @Test
  void aConnectionNamesOnlyAnApplicationThatThereIs() {
    Reply unknown = connectedTo("okta", "nobody");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.at("/message")).contains("`application`");
    String theirs = server.tenant().admin().post(PATH, PORTAL).at("/application/clientId");
    Reply foreign = connectedTo("okta", theirs);
    assertThat(foreign.text()).isEqualTo(unknown.text());
    String portal = registered();
    assertThat(connectedTo("okta", portal).status()).isEqualTo(201);
    Reply moved = admin.patch("/v1/connections/okta", "{\"application\":\"%s\"}".formatted(theirs));
    assertThat(moved.status()).isEqualTo(422);
    assertThat(admin.get("/v1/connections/okta").at("/connection/application")).isEqualTo(portal);
  }

  @Test
  void theAddressesOfAConnectionFollowItsApplication() {
    String portal = registered();
    connectedTo("okta", portal);
    admin.patch(
        PATH + "/" + portal,
        "{\"redirectUris\":[\"https://b.example/?q=1&r=ü\"]}".replace("ü", "%C3%BC"));
    Reply connection = admin.get("/v1/connections/okta");
    assertThat(connection.at("/connection/initiateLoginUri"))
        .endsWith(
            "/authorize?response_type=token&client_id=%s&connection=okta&redirect_uri=https%%3A%%2F%%2Fb.example%%2F%%3Fq%%3D1%%26r%%3D%%25C3%%25BC"
                .formatted(portal));
  }

  @Test
  void anotherOrganizationsApplicationLooksAbsent() {
    Tenant theirs = server.tenant();
    String clientId = theirs.admin().post(PATH, PORTAL).at("/application/clientId");
    String nobodys = UUID.randomUUID().toString();
    List<String> foreign = repliesAbout(clientId);
    assertThat(foreign).isEqualTo(repliesAbout(nobodys));
    assertThat(admin.get(PATH).json().at("/applications")).isEmpty();
    assertThat(theirs.admin().get(PATH + "/" + clientId).at("/application/name"))
        .isEqualTo("Portal");
    assertThat(server.anybody().get(PATH).status()).isEqualTo(401);
    assertThat(server.anybody().post(PATH, PORTAL).status()).isEqualTo(401);
  }

  private List<String> repliesAbout(String clientId) {
    String path = PATH + "/" + clientId;
    return List.of(admin.get(path), admin.patch(path, "{\"name\":\"mine\"}"), admin.delete(path))
        .stream()
        .map(reply -> reply.status() + reply.text().replace(clientId, "ID"))
        .toList();
  }

  @Test
  void everyChangeStandsInTheAuditTrail() {
    String clientId = registered();
    admin.patch(PATH + "/" + clientId, "{\"name\":\"New\"}");
    admin.patch(PATH + "/" + clientId, "{\"name\":\"New\"}");
    admin.delete(PATH + "/" + clientId);
    List<String> entries =
        server
            .bean(JdbcClient.class)
            .sql(
                """
                select action, before_change, after_change from audit_entries
                where organization_id = ? and resource_type = 'application' and resource_id = ?
                order by entry_id
                """)
            .params(UUID.fromString(tenant.id()), clientId)
            .query((row, _) ->
                row.getString("action")
                    + " "
                    + named(row.getString("before_change"))
                    + " "
                    + named(row.getString("after_change")))
            .list();
    assertThat(entries)
        .containsExactly("CREATE none Portal", "UPDATE Portal New", "DELETE New none");
  }

  private static String named(String change) {
    if (change == null) {
      return "none";
    }
    assertThat(change).contains("https://app.acme.example");
    return change.contains("\"name\":\"New\"") ? "New" : "Portal";
  }

  @Test
  void noConnectionIsLeftWithAnApplicationThatWasDeletedMeanwhile() throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 20; i++) {
        String portal = registered();
        String connection = "okta-" + i;
        CountDownLatch go = new CountDownLatch(1);
        Future<Reply> connected =
            both.submit(() -> {
              go.await();
              return connectedTo(connection, portal);
            });
        Future<Reply> deleted =
            both.submit(() -> {
              go.await();
              return admin.delete(PATH + "/" + portal);
            });
        go.countDown();
        assertThat(List.of(connected.get().status(), deleted.get().status()))
            .isIn(List.of(201, 409), List.of(422, 200));
      }
    }
  }
}
