package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class DecisionsTest {

  private final PortcullisServer server;
  private final Portal portal;

  DecisionsTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    portal = new Portal(server.tenant());
    portal.env();
  }

  @Test
  void byDefaultEverybodyReadsAndOnlyKeepersChange() {
    String admin = portal.person("adm@acme.example");
    String moderator = portal.person("mod@acme.example");
    portal.person("mem@acme.example");
    portal.group("portal-admins", admin);
    portal.group("env-keepers", moderator);
    portal.groupRule("admins", "portal-admins", "{\"role\":\"Admin\"}");
    portal.groupRule("keepers", "env-keepers", "{\"role\":\"Moderator\",\"blueprints\":[\"Env\"]}");

    for (String action : new String[] {"register", "update", "unregister", "write", "delete"}) {
      assertThat(portal.may("adm@acme.example", action, "e1")).isTrue();
      assertThat(portal.may("mod@acme.example", action, "e1")).isTrue();
      assertThat(portal.may("mem@acme.example", action, "e1")).isFalse();
    }
    assertThat(portal.may("mem@acme.example", "read", "e1")).isTrue();
  }

  @Test
  void aSubjectIsKnownByIdEmailAndUserName() {
    String id = portal.person("mem@acme.example");

    assertThat(portal.may(id, "read", "e1")).isTrue();
    assertThat(portal.may("MEM@Acme.example", "read", "e1")).isTrue();
  }

  @Test
  void whoeverIsUnknownOrDeactivatedIsDeniedWithTheReason() {
    String leaver = portal.person("gone@acme.example");
    portal.deactivate(leaver);

    Reply unknown = portal.ask("nobody@acme.example", "read", "e1", "{}");
    assertThat(unknown.at("/decision")).isEqualTo("false");
    assertThat(unknown.at("/context/reasons/0/kind")).isEqualTo("unknownSubject");
    Reply gone = portal.ask("gone@acme.example", "read", "e1", "{}");
    assertThat(gone.at("/decision")).isEqualTo("false");
    assertThat(gone.at("/context/reasons/0/kind")).isEqualTo("inactiveSubject");
  }

  @Test
  void thePeopleOfADisabledConnectionAreDenied() {
    portal.person("mem@acme.example");
    portal.admin().patch("/v1/connections/okta", "{\"enabled\":false}");

    Reply reply = portal.ask("mem@acme.example", "read", "e1", "{}");

    assertThat(reply.at("/decision")).isEqualTo("false");
    assertThat(reply.at("/context/reasons/0/kind")).isEqualTo("connectionDisabled");
  }

  @Test
  void anExplanationWalksFromTheDocumentToThePushThatMadeTheMembership() {
    String owner = portal.person("own@acme.example");
    String group = portal.group("payments");
    String trace = portal.addMembers(group, owner);
    portal.entity("e1", "payments");
    portal.permit("\"update\":{\"ownedByTeam\":true}");

    Reply reply = portal.ask("own@acme.example", "update", "e1", "{}");

    assertThat(reply.at("/decision")).isEqualTo("true");
    String reason = "/context/reasons/0";
    assertThat(reply.at(reason + "/kind")).isEqualTo("ownedByTeam");
    assertThat(reply.at(reason + "/rule/document")).isEqualTo("blueprint Env");
    assertThat(reply.at(reason + "/rule/version")).isEqualTo("1");
    assertThat(reply.at(reason + "/rule/key")).isEqualTo("entities.update.ownedByTeam");
    assertThat(reply.at(reason + "/team")).isEqualTo("payments");
    assertThat(reply.at(reason + "/group")).isEqualTo("payments");
    assertThat(reply.at(reason + "/evidence/0/source")).isEqualTo("scim");
    assertThat(reply.at(reason + "/evidence/0/traceId")).isEqualTo(trace);
    assertThat(reply.at(reason + "/evidence/0/at")).isNotEmpty();
    assertThat(reply.at(reason + "/message")).contains("own@acme.example", "payments", "update");
  }

  @Test
  void aRoleIsExplainedByItsGroupRuleAndItsGroup() {
    String moderator = portal.person("mod@acme.example");
    String group = portal.group("env-keepers");
    String trace = portal.addMembers(group, moderator);
    portal.groupRule("keepers", "env-keepers", "{\"role\":\"Moderator\",\"blueprints\":[\"Env\"]}");

    Reply reply = portal.ask("mod@acme.example", "unregister", "e1", "{}");

    String reason = "/context/reasons/0";
    assertThat(reply.at(reason + "/kind")).isEqualTo("role");
    assertThat(reply.at(reason + "/rule/version")).isEqualTo("0");
    assertThat(reply.at(reason + "/rule/key")).isEqualTo("entities.unregister.roles");
    assertThat(reply.at(reason + "/role")).isEqualTo("env-moderator");
    assertThat(reply.at(reason + "/groupRule")).isEqualTo("keepers");
    assertThat(reply.at(reason + "/group")).isEqualTo("env-keepers");
    assertThat(reply.at(reason + "/evidence/0/traceId")).isEqualTo(trace);
  }

  @Test
  void aDenialSaysWhatWouldHaveBeenNeeded() {
    portal.person("mem@acme.example");
    portal.group("payments");
    portal.entity("e1", "payments");
    portal.permit("\"update\":{\"ownedByTeam\":true,\"teams\":[\"payments\"]}");

    Reply reply = portal.ask("mem@acme.example", "update", "e1", "{}");

    assertThat(reply.at("/decision")).isEqualTo("false");
    assertThat(reply.json().at("/context/reasons").valueStream())
        .allMatch(reason -> reason.at("/kind").asString().equals("needed"))
        .extracting(reason -> reason.at("/rule/key").asString())
        .containsExactly(
            "entities.update.ownedByTeam",
            "entities.update.teams",
            "entities.update.roles",
            "entities.update.roles");
    assertThat(reply.text()).contains("it is owned by `payments`");
  }

  @Test
  void reasonsComeOnlyWhenAskedFor() {
    portal.person("mem@acme.example");

    Reply reply =
        portal
            .admin()
            .post(
                "/access/v1/evaluation",
                """
                {"subject":{"type":"user","id":"mem@acme.example"},"action":{"name":"read"},
                 "resource":{"type":"Env","id":"e1"}}
                """);

    assertThat(reply.text()).isEqualTo("{\"decision\":true}");
  }

  @Test
  void ownersMayUpdateTheirOwnAndNothingElse() {
    String member = portal.person("mem@acme.example");
    portal.group("t1", member);
    portal.group("t2");
    portal.entity("e1", "t1");
    portal.entity("e2", "t2");
    portal.entity("e3");
    portal.permit("\"update\":{\"ownedByTeam\":true}");

    assertThat(portal.may("mem@acme.example", "updateProperties.slackChannelUrl", "e1")).isTrue();
    assertThat(portal.may("mem@acme.example", "update", "e1")).isTrue();
    assertThat(portal.may("mem@acme.example", "update", "e2")).isFalse();
    assertThat(portal.may("mem@acme.example", "update", "e3")).isFalse();
  }

  @Test
  void whatIsStoredWinsOverWhatAQuestionClaims() {
    String member = portal.person("mem@acme.example");
    portal.group("t1", member);
    portal.group("t2");
    portal.entity("e2", "t2");
    portal.permit("\"update\":{\"ownedByTeam\":true}");

    assertThat(portal.may("mem@acme.example", "update", "e2", "{\"team\":\"t1\"}")).isFalse();
    assertThat(portal.may("mem@acme.example", "update", "new", "{\"team\":[\"t1\"]}")).isTrue();
    assertThat(portal.may("mem@acme.example", "update", "new", "{\"team\":[\"t2\"]}")).isFalse();
  }

  @Test
  void leavingAGroupEndsItsRightsAtOnce() {
    String member = portal.person("mem@acme.example");
    String group = portal.group("t1", member);
    portal.permit("\"unregister\":{\"teams\":[\"t1\"]}");
    assertThat(portal.may("mem@acme.example", "unregister", "e1")).isTrue();

    portal.removeMember(group, member);

    assertThat(portal.may("mem@acme.example", "unregister", "e1")).isFalse();
  }

  @Test
  void whatWasGrantedToASignInsGroupFollowsToTheOneThatTakesItOver() {
    portal.person("own@acme.example");
    portal.signsIn("own@acme.example", "payments");
    portal.entity("e1", "payments");
    portal.permit("\"update\":{\"ownedByTeam\":true}");
    String staff = portal.group("staff", portal.person("new@acme.example"));
    assertThat(portal.may("own@acme.example", "update", "e1")).isTrue();
    assertThat(portal.may("new@acme.example", "update", "e1")).isFalse();

    portal.rename(staff, "payments");

    assertThat(portal.may("own@acme.example", "update", "e1")).isTrue();
    Reply reply = portal.ask("new@acme.example", "update", "e1", "{}");
    assertThat(reply.at("/decision")).isEqualTo("true");
    assertThat(reply.at("/context/reasons/0/evidence/0/source")).isEqualTo("scim");
  }

  @Test
  void aSignInIsEvidenceToo() {
    portal.person("own@acme.example");
    portal.signsIn("own@acme.example", "payments");
    portal.permit("\"update\":{\"teams\":[\"payments\"]}");

    Reply reply = portal.ask("own@acme.example", "update", "e1", "{}");

    assertThat(reply.at("/context/reasons/0/kind")).isEqualTo("team");
    assertThat(reply.at("/context/reasons/0/evidence/0/source")).isEqualTo("sign-in");
    assertThat(reply.at("/context/reasons/0/evidence/0/name")).isEqualTo("payments");
    assertThat(reply.at("/context/reasons/0/evidence/0/traceId")).isEqualTo(Portal.SIGN_IN_TRACE);
  }

  @Test
  void registeringAlsoTakesTheRightToTheTeamThatIsSet() {
    String member = portal.person("mem@acme.example");
    portal.group("t1", member);
    portal.group("t2");
    portal.permit("\"register\":{\"ownedByTeam\":true}");
    assertThat(portal.may("mem@acme.example", "create", "new", "{\"team\":\"t1\"}")).isFalse();

    portal.permit("\"updateProperties\":{\"$team\":{\"roles\":[\"Admin\",\"Member\"]}}");

    assertThat(portal.may("mem@acme.example", "create", "new", "{\"team\":\"t1\"}")).isTrue();
    assertThat(portal.may("mem@acme.example", "create", "new", "{\"team\":\"t2\"}")).isFalse();
    assertThat(
            portal.may(
                "mem@acme.example", "create", "new", "{\"team\":\"t1\",\"slackChannelUrl\":\"x\"}"))
        .isFalse();
  }

  @Test
  void whatIsUnknownIsDenied() {
    portal.person("mem@acme.example");

    assertThat(portal.ask("mem@acme.example", "fly", "e1", "{}").at("/context/reasons/0/kind"))
        .isEqualTo("unknownAction");
    assertThat(
            portal
                .ask("mem@acme.example", "updateProperties.none", "e1", "{}")
                .at("/context/reasons/0/kind"))
        .isEqualTo("unknownAction");
  }

  @Test
  void anotherOrganizationsPeopleAndBlueprintsAreUnknown() {
    portal.person("mem@acme.example");
    Portal other = new Portal(server.tenant());
    other.person("other@acme.example");

    assertThat(portal.may("other@acme.example", "read", "e1")).isFalse();
    Reply foreign = other.ask("other@acme.example", "read", "e1", "{}");
    assertThat(foreign.at("/decision")).isEqualTo("false");
    assertThat(foreign.at("/context/reasons/0/kind")).isEqualTo("unknownResource");
    assertThat(other.admin().get("/v1/blueprints/Env").status()).isEqualTo(404);
    assertThat(other.admin().get("/v1/blueprints/Env/permissions").status()).isEqualTo(404);
    assertThat(other.admin().get("/v1/blueprints/Env/entities").status()).isEqualTo(404);
  }
}
