package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A portal administrator writes group rules and hears what they do. */
@OnBothDatabases
class GroupRuleAnalysisConversationTest {

  private final Portal portal;

  GroupRuleAnalysisConversationTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    portal.env();
  }

  private static String rule(String identifier, String groups, String grant) {
    return """
    {"identifier":"%s","title":"A rule","connections":["okta"],"groups":%s,"grant":%s}
    """
        .formatted(identifier, groups, grant);
  }

  private static String pattern(String type, String value) {
    return "{\"type\":\"%s\",\"value\":\"%s\"}".formatted(type, value);
  }

  @Test
  void whoeverStoresAnOddRuleIsToldSoAtOnce() {
    String never =
        rule(
            "never",
            "{\"type\":\"STARTS_WITH\",\"value\":\"a\",\"except\":"
                + pattern("CONTAINS", "a")
                + "}",
            "{\"role\":\"Admin\"}");

    Reply made = portal.created("/v1/group-rules", never);
    Reply put = portal.admin().put("/v1/group-rules/never", never);
    Reply patched =
        portal
            .admin()
            .patch("/v1/group-rules/never", "{\"groups\":" + pattern("EQUALS", "a") + "}");

    assertThat(made.at("/warnings/0")).contains("can never match", "except");
    assertThat(put.at("/warnings/0")).isEqualTo(made.at("/warnings/0"));
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json().has("warnings")).isFalse();
  }

  @Test
  void theAnalysisShowsEachFindingWithANameThatTheRulesReallyMatch() {
    portal.created(
        "/v1/group-rules",
        rule(
            "teams",
            pattern("STARTS_WITH", "team-"),
            "{\"role\":\"Moderator\",\"blueprints\":[\"Env\"]}"));
    portal.created(
        "/v1/group-rules",
        rule(
            "payments",
            pattern("EQUALS", "team-pay"),
            "{\"role\":\"Moderator\",\"blueprints\":[\"Env\"]}"));
    portal.created(
        "/v1/group-rules",
        rule("leads", pattern("MATCHES_REGEX", ".*-leads"), "{\"role\":\"Admin\"}"));

    Reply reply = portal.admin().get("/v1/group-rules/analysis");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/analysis/rules")).isEqualTo("3");
    assertThat(reply.at("/analysis/complete")).isEqualTo("true");
    assertThat(reply.json().at("/analysis/findings").valueStream())
        .extracting(
            finding -> finding.at("/kind").asString(),
            finding -> finding.at("/rule").asString(),
            finding -> finding.at("/witness").asString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("overlaps", "teams", "team-leads"),
            org.assertj.core.groups.Tuple.tuple("shadowed", "payments", "team-pay"),
            org.assertj.core.groups.Tuple.tuple("unreviewedAdmin", "leads", "-leads"));
    assertThat(reply.at("/analysis/findings/1/others/0")).isEqualTo("teams");
  }

  @Test
  void groupsThatAnAdminHasConfirmedAreReviewedAndLaterOnesAreNot() {
    portal.group("portal-admins");
    portal.group("portal-admins-eu");
    portal.created(
        "/v1/group-rules",
        rule(
            "admins", pattern("MATCHES_REGEX", "portal-admins(-eu|-us)?"), "{\"role\":\"Admin\"}"));
    String finding = "/analysis/findings/0";
    Reply before = portal.admin().get("/v1/group-rules/analysis");
    assertThat(before.json().at(finding + "/groups").toString())
        .isEqualTo("[\"portal-admins\",\"portal-admins-eu\"]");

    Reply reviewed =
        portal
            .admin()
            .post(
                "/v1/group-rules/admins/review",
                "{\"names\":[\"portal-admins\",\"portal-admins-eu\"]}");

    assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
    assertThat(reviewed.at("/reviewed/1/connection")).isEqualTo("okta");
    Reply after = portal.admin().get("/v1/group-rules/analysis");
    assertThat(after.at(finding + "/witness")).isEqualTo("portal-admins-us");
    assertThat(after.json().at(finding).has("groups")).isFalse();

    portal.group("portal-admins-us");
    assertThat(portal.admin().get("/v1/group-rules/analysis").at(finding + "/groups/0"))
        .isEqualTo("portal-admins-us");
    portal.admin().post("/v1/group-rules/admins/review", "{\"names\":[\"portal-admins-us\"]}");
    assertThat(
            portal.admin().get("/v1/group-rules/analysis").json().at("/analysis/findings").size())
        .isZero();
    assertThat(
            portal
                .admin()
                .post("/v1/group-rules/admins/review", "{\"names\":[\"portal-admins-us\"]}")
                .json()
                .at("/reviewed")
                .size())
        .isEqualTo(3);
  }

  @Test
  void onlyWhatThereIsCanBeReviewed() {
    portal.group("staff");
    portal.created(
        "/v1/group-rules", rule("admins", pattern("STARTS_WITH", "adm"), "{\"role\":\"Admin\"}"));
    portal.groupRule("keepers", "staff", "{\"role\":\"Moderator\",\"blueprints\":[\"Env\"]}");

    assertThat(review("admins", "{\"names\":[\"staff\"]}").status()).isEqualTo(422);
    assertThat(review("admins", "{\"names\":[\"adm\"]}").at("/message")).contains("`adm`");
    assertThat(review("admins", "{\"names\":[]}").status()).isEqualTo(422);
    assertThat(review("admins", "{\"names\":[null]}").status()).isEqualTo(422);
    assertThat(review("admins", "{}").status()).isEqualTo(422);
    assertThat(review("keepers", "{\"names\":[\"staff\"]}").at("/message")).contains("no Admins");
    assertThat(review("none", "{\"names\":[\"staff\"]}").status()).isEqualTo(404);
  }

  private Reply review(String rule, String body) {
    return portal.admin().post("/v1/group-rules/" + rule + "/review", body);
  }

  @Test
  void aPreviewNamesWhoGainsAndWhoLosesAndStoresNothing() {
    String ada = portal.person("ada@acme.example");
    String bob = portal.person("bob@acme.example");
    String gone = portal.person("gone@acme.example");
    portal.group("ops", ada, gone);
    portal.group("devs", bob);
    portal.deactivate(gone);
    portal.groupRule("r", "devs", "{\"role\":\"Moderator\",\"blueprints\":[\"Env\"]}");

    Reply reply =
        portal
            .admin()
            .post(
                "/v1/group-rules/preview",
                rule("r", pattern("STARTS_WITH", "op"), "{\"role\":\"Admin\"}"));

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.at("/preview/people")).isEqualTo("2");
    assertThat(reply.at("/preview/gain")).isEqualTo("1");
    assertThat(reply.at("/preview/gains/0/user/id")).isEqualTo(ada);
    assertThat(reply.at("/preview/gains/0/user/name")).isEqualTo("ada@acme.example");
    assertThat(reply.at("/preview/gains/0/from/role")).isEqualTo("Member");
    assertThat(reply.at("/preview/gains/0/to/role")).isEqualTo("Admin");
    assertThat(reply.at("/preview/lose")).isEqualTo("1");
    assertThat(reply.at("/preview/losses/0/user/id")).isEqualTo(bob);
    assertThat(reply.at("/preview/losses/0/from/moderatedBlueprints/0")).isEqualTo("Env");
    assertThat(reply.at("/warnings/0")).contains("`ops`");
    assertThat(portal.admin().get("/v1/group-rules/r").at("/groupRule/groups/value"))
        .isEqualTo("devs");
    assertThat(portal.may("bob@acme.example", "unregister", "e1")).isTrue();
  }

  @Test
  void aPreviewOfWhatCannotBeStoredSaysWhy() {
    Reply reply =
        portal
            .admin()
            .post(
                "/v1/group-rules/preview",
                rule("analysis", pattern("EQUALS", "x"), "{\"role\":\"Moderator\"}"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/message")).contains("`identifier`", "`grant.blueprints`");
  }
}
