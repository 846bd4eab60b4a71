package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.access.PortRole;
import dev.portcullis.access.ServiceAccountOutcome;
import dev.portcullis.access.ServiceAccounts;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Service accounts act with the rights of their role, and not at all while they are disabled. */
@OnBothDatabases
class ServiceAccountsTest {

  private static final String BOT = "bot@serviceaccounts.getport.io";

  private final PortcullisServer server;
  private final Tenant tenant;
  private final ServiceAccounts accounts;
  private final Caller caller;

  ServiceAccountsTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.accounts = server.bean(ServiceAccounts.class);
    this.caller =
        new Caller(
            UUID.fromString(tenant.id()),
            new Actor.Client("story", false),
            "0123456789abcdef0123456789abcdef");
  }

  private ServiceAccountOutcome.Created bot(PortRole role) {
    return (ServiceAccountOutcome.Created) accounts.create(caller, BOT, "Active", role);
  }

  private HttpCaller client(ServiceAccountOutcome.Created made) {
    return server.client(made.credentials().clientId(), made.credentials().clientSecret());
  }

  private Reply becomes(String status) {
    return tenant
        .admin()
        .patch(
            "/v1/blueprints/_user/entities/" + BOT,
            "{\"properties\":{\"status\":\"%s\"}}".formatted(status));
  }

  @Test
  void aMemberMayWhatMembersMay() {
    HttpCaller bot = client(bot(PortRole.MEMBER));
    assertThat(bot.get("/v1/organization").status()).isEqualTo(200);
    assertThat(bot.get("/v1/auth/permissions?action_version=v2").status()).isEqualTo(200);
    assertThat(bot.get("/v1/connections").status()).isEqualTo(403);
    assertThat(tenant.admin().get("/v1/apps").json().at("/apps")).hasSize(1);
  }

  @Test
  void anAdminMayWhatAdminsMay() {
    assertThat(client(bot(PortRole.ADMIN)).get("/v1/connections").status()).isEqualTo(200);
  }

  @Test
  void aDisabledOneIsRefusedAtOnceAndComesBack() {
    ServiceAccountOutcome.Created made = bot(PortRole.MEMBER);
    HttpCaller bot = client(made);
    assertThat(becomes("Disabled").status()).isEqualTo(200);
    assertThat(bot.get("/v1/organization").status()).isEqualTo(401);
    Reply refused =
        server
            .anybody()
            .post(
                "/v1/auth/access_token",
                "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
                    .formatted(made.credentials().clientId(), made.credentials().clientSecret()));
    assertThat(refused.at("/error")).isEqualTo("invalid_credentials");
    assertThat(becomes("Active").status()).isEqualTo(200);
    assertThat(bot.get("/v1/organization").status()).isEqualTo(200);
  }

  @Test
  void otherDomainsAndStatusesAreRejected() {
    assertThat(accounts.create(caller, "bot@acme.test", "Active", PortRole.MEMBER))
        .isInstanceOf(ServiceAccountOutcome.Rejected.class);
    assertThat(accounts.create(caller, BOT, "Disabled", PortRole.MEMBER))
        .isInstanceOf(ServiceAccountOutcome.Rejected.class);
    bot(PortRole.MEMBER);
    assertThat(accounts.create(caller, BOT, "Active", PortRole.MEMBER))
        .isInstanceOf(ServiceAccountOutcome.Taken.class);
    String invitation = "{\"invitee\":{\"email\":\"" + BOT + "\"}}";
    assertThat(tenant.admin().post("/v1/users/invite", invitation).status()).isEqualTo(422);
  }

  @Test
  void rotatedCredentialsEndTheOnesBefore() {
    HttpCaller before = client(bot(PortRole.MEMBER));
    Reply rotated =
        tenant.admin().post("/v1/rotate-credentials/bot%40serviceaccounts.getport.io", "");
    assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
    assertThat(before.get("/v1/organization").status()).isEqualTo(401);
    HttpCaller after =
        server.client(rotated.at("/credentials/clientId"), rotated.at("/credentials/clientSecret"));
    assertThat(after.get("/v1/organization").status()).isEqualTo(200);
    assertThat(after.post("/v1/rotate-credentials/nobody", "").status()).isEqualTo(403);
    assertThat(tenant.admin().post("/v1/rotate-credentials/nobody", "").status()).isEqualTo(404);
  }
}
