package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** People as Admins list, change and delete them over Port's API. */
@OnBothDatabases
class UsersApiTest {

  private static final String ADA = "/v1/users/ada%40acme.test";
  private static final String LIN = "/v1/users/lin%40acme.test";

  private final SignedInWorld world;
  private final HttpCaller admin;
  private final String ada;

  UsersApiTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.admin = world.tenant.admin();
    this.ada = world.pushed("ada");
  }

  private void invited(String email, String more) {
    Reply reply =
        admin.post("/v1/users/invite", "{\"invitee\":{\"email\":\"%s\"%s}}".formatted(email, more));
    assertThat(reply.text()).isEqualTo("{\"ok\":true}");
  }

  private static Reply done(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private static void assertConflict(Reply reply, String error) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.at("/error")).isEqualTo(error);
  }

  @Test
  void everybodyIsListedToAdminsAndOthersSeeThemselves() {
    invited("lin@acme.test", "");
    Reply all = done(admin.get("/v1/users"));
    assertThat(all.json().at("/users")).hasSize(2);
    Reply some =
        done(admin.get("/v1/users?fields=email,status&fields=roles.isAdmin&fields=nothing"));
    assertThat(some.json().at("/users/0").propertyNames())
        .containsExactlyInAnyOrder("email", "status", "roles");
    assertThat(some.at("/users/0/roles/0/isAdmin")).isEqualTo("false");
    HttpCaller member = world.caller(world.signedIn(ada));
    Reply own = done(member.get("/v1/users"));
    assertThat(own.json().at("/users")).hasSize(1);
    assertThat(own.at("/users/0/email")).isEqualTo("ada@acme.test");
    assertThat(member.patch(ADA, "{\"roles\":[\"Admin\"]}").status()).isEqualTo(403);
    assertThat(member.delete(ADA).status()).isEqualTo(403);
    HttpCaller elsewhere = world.server.tenant().admin();
    assertThat(elsewhere.patch(ADA, "{\"roles\":[\"Admin\"]}").status()).isEqualTo(404);
    assertThat(elsewhere.get("/v1/users").json().at("/users")).isEmpty();
  }

  @Test
  void aRoleSetByHandCountsAtOnceAndShowsBothWays() {
    Reply reply = done(admin.patch(ADA, "{\"roles\":[\"Admin\"]}"));
    assertThat(reply.at("/email")).isEqualTo("ada@acme.test");
    assertThat(reply.at("/user/email")).isEqualTo("ada@acme.test");
    assertThat(reply.at("/roles/0/name")).isEqualTo("Admin");
    HttpCaller herself = world.caller(world.signedIn(ada));
    done(herself.get("/v1/connections"));
    invited("lin@acme.test", ",\"roles\":[\"Admin\"]");
    done(admin.patch(ADA, "{\"roles\":[\"Member\"]}"));
    assertThat(herself.get("/v1/connections").status()).isEqualTo(403);
  }

  @Test
  void aModeratorIsMadeByHand() {
    admin.post(
        "/v1/blueprints",
        "{\"identifier\":\"service\",\"title\":\"Service\",\"schema\":{\"properties\":{}}}");
    Reply reply = done(admin.patch(ADA, "{\"roles\":[\"service-moderator\"]}"));
    assertThat(reply.at("/roles/0/name")).isEqualTo("service-moderator");
    Reply refused = admin.patch(ADA, "{\"roles\":[\"nothing-moderator\"]}");
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.at("/message")).contains("nothing");
    assertThat(admin.patch(ADA, "{\"roles\":[]}").status()).isEqualTo(422);
    HttpCaller member = world.caller(world.signedIn(ada));
    Reply made =
        member.post(
            "/v1/blueprints/service/entities", "{\"identifier\":\"one\",\"title\":\"One\"}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  @Test
  void whatScimOwnsIsNotChangedHere() {
    assertThat(admin.get(ADA).at("/user/managedByScim")).isEqualTo("true");
    assertThat(admin.get(ADA).at("/user/scimUpdatedAt")).isNotEmpty();
    assertConflict(admin.patch(ADA, "{\"firstName\":\"Eve\"}"), "SCIM_CONFLICT");
    Reply mixed = done(admin.patch(ADA, "{\"firstName\":\"Eve\",\"companyRole\":\"Maker\"}"));
    assertThat(mixed.at("/warnings/ignoredFields/0")).isEqualTo("firstName");
    assertThat(mixed.at("/companyRole")).isEqualTo("Maker");
    assertThat(mixed.at("/firstName")).isNotEqualTo("Eve");
    Reply strict =
        admin.patch(ADA + "?strict=true", "{\"firstName\":\"Eve\",\"companyRole\":\"Other\"}");
    assertConflict(strict, "SCIM_CONFLICT");
    assertThat(strict.text()).contains("firstName");
    assertThat(admin.get(ADA).at("/user/companyRole")).isEqualTo("Maker");
    invited("lin@acme.test", "");
    assertThat(done(admin.patch(LIN, "{\"firstName\":\"Lin\"}")).at("/firstName")).isEqualTo("Lin");
  }

  @Test
  void whatAPushSaysLaterLeavesWhatWasSaidByHand() {
    done(admin.patch(ADA, "{\"roles\":[\"Admin\"],\"companyRole\":\"Maker\"}"));
    Reply pushed =
        world
            .okta
            .scim()
            .put(
                "/scim/v2/Users/" + ada,
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ada",
                 "externalId":"00u-ada","active":true,"name":{"givenName":"Augusta"},
                 "emails":[{"value":"ada@acme.test","primary":true}]}
                """);
    assertThat(pushed.status()).as(pushed.text()).isEqualTo(200);
    Reply user = done(admin.get(ADA));
    assertThat(user.at("/user/firstName")).isEqualTo("Augusta");
    assertThat(user.at("/user/companyRole")).isEqualTo("Maker");
    assertThat(user.at("/user/roles/0/name")).isEqualTo("Admin");
  }

  @Test
  void whoIsDisabledIsOutAtTheNextRequest() {
    invited("lin@acme.test", ",\"roles\":[\"Admin\"]");
    done(admin.patch(ADA, "{\"roles\":[\"Admin\"]}"));
    HttpCaller herself = world.caller(world.signedIn(ada));
    assertThat(herself.patch(ADA, "{\"status\":\"Disabled\"}").status()).isEqualTo(403);
    assertThat(herself.patch(ADA, "{\"status\":\"ACTIVE\"}").status()).isEqualTo(200);
    assertThat(done(admin.patch(ADA, "{\"status\":\"Disabled\"}")).at("/status"))
        .isEqualTo("DISABLED");
    assertThat(herself.get("/v1/organization").status()).isEqualTo(401);
    assertThat(done(admin.patch(ADA, "{\"status\":\"Active\"}")).at("/status")).isEqualTo("ACTIVE");
    assertThat(herself.get("/v1/organization").status()).isEqualTo(401);
  }

  @Test
  void theLastAdminStaysOne() {
    done(admin.patch(ADA, "{\"roles\":[\"Admin\"]}"));
    assertConflict(admin.patch(ADA, "{\"roles\":[\"Member\"]}"), "conflict");
    assertConflict(admin.patch(ADA, "{\"status\":\"DISABLED\"}"), "conflict");
    assertConflict(admin.delete(ADA), "conflict");
    assertThat(admin.get(ADA).at("/user/roles/0/name")).isEqualTo("Admin");
  }

  @Test
  void ofTwoAdminsWhoGoAtOnceOneStays() throws Exception {
    invited("lin@acme.test", ",\"roles\":[\"Admin\"]");
    done(admin.patch(ADA, "{\"roles\":[\"Admin\"]}"));
    List<Callable<Reply>> both =
        List.of(
            () -> admin.patch(ADA, "{\"roles\":[\"Member\"]}"),
            () -> admin.patch(LIN, "{\"roles\":[\"Member\"]}"));
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reply> reply : threads.invokeAll(both)) {
        statuses.add(reply.get().status());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void whoIsInvitedIntoTeamsBelongsToThem() {
    done(admin.post("/v1/teams", "{\"name\":\"makers\"}"));
    invited("lin@acme.test", ",\"teams\":[\"makers\"]");
    assertThat(admin.get(LIN).at("/user/teams/0")).isEqualTo("makers");
    Reply refused =
        admin.post(
            "/v1/users/invite",
            "{\"invitee\":{\"email\":\"bo@acme.test\",\"teams\":[\"nothing\"]}}");
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.at("/message")).contains("nothing");
    assertThat(admin.get("/v1/users/bo%40acme.test").status()).isEqualTo(404);
    Reply malformed = admin.post("/v1/users/invite", "{\"invitee\":{\"email\":\"no address\"}}");
    assertThat(malformed.status()).as(malformed.text()).isEqualTo(422);
    world.pushedGroup("pushed", world.pushed("grace"));
    Reply joined = admin.patch(LIN, "{\"teams\":[\"pushed\"],\"companyRole\":\"x\"}");
    assertThat(joined.status()).as(joined.text()).isEqualTo(422);
    assertThat(admin.get(LIN).json().at("/user/companyRole").isNull()).isTrue();
  }

  @Test
  void whoIsDeletedIsGone() {
    HttpCaller herself = world.caller(world.signedIn(ada));
    assertThat(admin.delete(ADA).text()).isEqualTo("{\"ok\":true}");
    assertThat(admin.get(ADA).status()).isEqualTo(404);
    assertThat(herself.get("/v1/organization").status()).isEqualTo(401);
    assertThat(admin.delete(ADA).status()).isEqualTo(404);
  }

  @Test
  void anOrganizationsSettingsHaveBounds() {
    assertThat(
            admin
                .patch(
                    "/v1/organization",
                    "{\"name\":\"Acme\",\"settings\":{\"portalTitle\":\"Acme\"}}")
                .text())
        .isEqualTo("{\"ok\":true}");
    assertThat(admin.get("/v1/organization").at("/organization/settings/portalTitle"))
        .isEqualTo("Acme");
    for (String body :
        List.of(
            "{}",
            "{\"name\":\"\"}",
            "{\"name\":\"Acme\",\"colour\":\"red\"}",
            "{\"name\":\"Acme\",\"settings\":{\"portalTitle\":\"%s\"}}".formatted("x".repeat(31)),
            "{\"name\":\"Acme\",\"settings\":{\"supportUserTTL\":\"ONE_YEAR\"}}",
            "{\"name\":\"Acme\",\"settings\":{\"hiddenBlueprints\":\"service\"}}",
            "{\"name\":\"Acme\",\"settings\":{\"unheardOf\":1}}")) {
      Reply refused = admin.patch("/v1/organization", body);
      assertThat(refused.status()).as(body + refused.text()).isEqualTo(422);
    }
    assertThat(admin.get("/v1/organization").at("/organization/settings/portalTitle"))
        .isEqualTo("Acme");
    HttpCaller member = world.caller(world.signedIn(ada));
    assertThat(member.patch("/v1/organization", "{\"name\":\"Mine\"}").status()).isEqualTo(403);
  }
}
