package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.Actor;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user on whose behalf a request is sent (RFC 7644 §3.11). */
@OnBothDatabases
class MeTest {

  private static final String ME = "/scim/v2/Me";

  private final PortcullisServer server;
  private final Tenant tenant;
  private final TestConnection connection;
  private final Okta okta;
  private final String user;

  MeTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = ScimTenants.tenant(database);
    this.connection = ScimTenants.connection(database);
    this.okta = new Okta(connection.scim());
    this.user = okta.pushed("ada");
  }

  private HttpCaller signedIn(String connectionId, long epoch) {
    String token =
        server
            .bean(AccessTokens.class)
            .issue(
                UUID.fromString(tenant.id()),
                new Actor.Person(UUID.fromString(user), UUID.fromString(connectionId), epoch));
    return server
        .anybody()
        .with("Authorization", "Bearer " + token)
        .with("Content-Type", "application/scim+json");
  }

  private HttpCaller ada() {
    return signedIn(connection.id(), 0);
  }

  private static void assertUnauthorized(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.at("/status")).isEqualTo("401");
  }

  @Test
  void whoSignedInSeesThemselvesAndWhereTheyAre() {
    Reply reply = ada().get(ME);
    Reply same = okta.user(user);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo(same.text());
    assertThat(reply.header("Location")).isEqualTo(same.at("/meta/location")).endsWith(user);
    assertThat(reply.header("Content-Location")).isEqualTo(same.at("/meta/location"));
    assertThat(reply.header("ETag")).isEqualTo(same.header("ETag"));
    assertThat(ada().get(ME + "?attributes=userName").json().propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "userName");
    assertThat(ada().with("If-None-Match", same.header("ETag")).get(ME).status()).isEqualTo(304);
    Reply activity = tenant.admin().get("/v1/activity?trace=" + reply.header("X-Trace-Id"));
    assertThat(activity.text()).contains("/scim/v2/Me").contains(connection.id()).contains("SCIM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void nobodyChangesWhatTheIdentityProviderOwns(String method) {
    Reply reply = ada().send(method, ME, BodyPublishers.ofString("{}"));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.at("/detail")).contains("identity provider");
    Reply ofNobody = connection.scim().send(method, ME, BodyPublishers.ofString("{}"));
    assertThat(ofNobody.status()).as("a SCIM token stands for nobody").isEqualTo(501);
    assertThat(ofNobody.at("/status")).isEqualTo("501");
  }

  @Test
  void aScimTokenAndAnApiClientStandForNobody() {
    assertThat(connection.scim().get(ME).status()).isEqualTo(501);
    Reply client = tenant.admin().get(ME);
    assertThat(client.status()).isEqualTo(403);
    assertThat(client.at("/detail")).contains("API client");
    assertUnauthorized(server.anybody().get(ME));
    assertUnauthorized(server.anybody().with("Authorization", "Bearer nonsense").get(ME));
    assertUnauthorized(server.anybody().with("Authorization", "Bearer eyJh.e30.x").get(ME));
  }

  @Test
  void theTokenOpensNothingElse() {
    assertUnauthorized(ada().get("/scim/v2/Users"));
    assertUnauthorized(ada().get("/scim/v2/Users/" + user));
    Reply api = ada().get("/v1/connections");
    assertThat(api.status()).isEqualTo(403);
    assertThat(api.at("/error")).isEqualTo("forbidden");
  }

  @Test
  void itEndsWithTheUser() {
    HttpCaller ada = ada();
    okta.patchUser(user, Okta.recorded("user-deactivate"));
    assertUnauthorized(ada.get(ME));
    okta.patchUser(user, Okta.recorded("user-activate"));
    assertUnauthorized(ada.get(ME));
    HttpCaller again = signedIn(connection.id(), 1);
    assertThat(again.get(ME).status()).as("of the epoch since").isEqualTo(200);
    connection.scim().delete("/scim/v2/Users/" + user);
    assertUnauthorized(again.get(ME));
  }

  @Test
  void itEndsWithTheConnection() {
    HttpCaller ada = ada();
    String path = "/v1/connections/" + connection.name();
    tenant.admin().patch(path, "{\"enabled\":false}");
    assertUnauthorized(ada.get(ME));
    tenant.admin().patch(path, "{\"enabled\":true}");
    assertThat(ada.get(ME).status()).isEqualTo(200);
    tenant.admin().delete(path);
    assertUnauthorized(ada.get(ME));
  }

  @Test
  void itIsOfOneConnectionAndOneOrganization() {
    String other = tenant.connection("other-than-" + connection.name()).id();
    assertUnauthorized(signedIn(other, 0).get(ME));
    Tenant stranger = server.tenant();
    String token =
        server
            .bean(AccessTokens.class)
            .issue(
                UUID.fromString(stranger.id()),
                new Actor.Person(UUID.fromString(user), UUID.fromString(connection.id()), 0));
    assertUnauthorized(server.anybody().with("Authorization", "Bearer " + token).get(ME));
  }
}
