package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * A moderator edits the permissions of one blueprint, and policies can ask for everything that is
 * known of people. What the moderator may not read stays unknown to them all the same.
 */
@OnBothDatabases
class ModeratorsLearnNothingTest {

  private static final String PERMISSIONS = "/v1/blueprints/alpha/permissions";
  private static final String READERS =
      "{\"entities\":{\"read\":{\"roles\":[\"Admin\",\"alpha-moderator\"],\"users\":[],\"teams\":[]}}}";

  private final SignedInWorld world;
  private final HttpCaller admin;
  private final HttpCaller moderator;

  ModeratorsLearnNothingTest(TestDatabase database) {
    world = new SignedInWorld(database);
    admin = world.tenant.admin();
    stored(
        admin.put(
            "/v1/blueprints/_user",
            "{\"identifier\":\"_user\",\"title\":\"User\","
                + "\"schema\":{\"properties\":{\"salary\":{\"type\":\"string\"}}}}"));
    stored(
        admin.post(
            "/v1/blueprints",
            "{\"identifier\":\"alpha\",\"title\":\"Alpha\",\"schema\":{\"properties\":{}}}"));
    stored(admin.post("/v1/blueprints/alpha/entities", "{\"identifier\":\"a1\"}"));
    String mona = world.pushed("mona");
    world.pushed("vic");
    stored(admin.patch("/v1/users/" + mail("mona"), "{\"roles\":[\"alpha-moderator\"]}"));
    stored(salary("mona", "70k"));
    stored(salary("vic", "90k"));
    moderator = world.caller(world.signedIn(mona));
    stored(
        admin.patch(
            "/v1/blueprints/_user/permissions",
            "{\"entities\":{\"read\":{\"roles\":[\"Admin\"],\"users\":[],\"teams\":[]}}}"));
  }

  private static String mail(String name) {
    return name + "@acme.test";
  }

  private static Reply stored(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 201);
    return reply;
  }

  private Reply salary(String name, String value) {
    return admin.patch(
        "/v1/blueprints/_user/entities/" + mail(name),
        "{\"properties\":{\"salary\":\"" + value + "\"}}");
  }

  /** Asks whether somebody would be let in by a policy over their own properties. */
  private Reply tried(HttpCaller caller, String user, String salary, String entity) {
    return caller.post(
        PERMISSIONS + "/simulate",
        """
        {"user":"%s","operation":"unregister"%s,"permissions":{"entities":{"unregister":{
          "roles":[],"users":[],"teams":[],"policy":{"combinator":"and","rules":[
            {"property":{"context":"user","property":"salary"},"operator":"=","value":"%s"}]}}}}}
        """
            .formatted(user, entity, salary));
  }

  @Test
  void anUnsavedPolicyTellsAModeratorNothingOfPeopleWhomTheyMayNotRead() {
    String one = ",\"entity\":\"a1\"";
    assertThat(moderator.get("/v1/blueprints/_user/entities/" + mail("vic")).status())
        .isEqualTo(404);

    assertThat(tried(admin, mail("vic"), "90k", one).at("/simulation/allowed")).isEqualTo("true");
    Reply right = tried(moderator, mail("vic"), "90k", one);
    Reply wrong = tried(moderator, mail("vic"), "10k", one);
    Reply nobody = tried(moderator, mail("nob"), "90k", one);

    assertThat(right.at("/simulation/allowed")).isEqualTo("false");
    assertThat(right.text()).isEqualTo(wrong.text());
    assertThat(right.text().replace("vic", "nob")).isEqualTo(nobody.text());
    assertThat(tried(moderator, mail("vic"), "90k", "").at("/simulation/allowed")).isEqualTo("0");
    assertThat(tried(admin, mail("vic"), "90k", "").at("/simulation/allowed")).isEqualTo("1");
  }

  @Test
  void theyMayAskAboutThemselvesAndPeopleWhomTheyMayRead() {
    assertThat(tried(moderator, mail("mona"), "70k", "").at("/simulation/allowed")).isEqualTo("1");

    stored(
        admin.patch(
            "/v1/blueprints/_user/permissions",
            "{\"entities\":{\"read\":{\"users\":[\"" + mail("mona") + "\"]}}}"));

    assertThat(tried(moderator, mail("vic"), "90k", "").at("/simulation/allowed")).isEqualTo("1");
  }

  @Test
  void aPreviewNamesAndCountsOnlyPeopleWhomTheyMayRead() {
    assertThat(admin.patch(PERMISSIONS + "?dry_run=true", READERS).at("/preview/losing"))
        .isEqualTo("1");

    Reply blind = stored(moderator.patch(PERMISSIONS + "?dry_run=true", READERS));

    assertThat(blind.at("/preview/people")).isEqualTo("1");
    assertThat(blind.at("/preview/losing")).isEqualTo("0");
    assertThat(blind.text()).doesNotContain("vic");

    stored(
        admin.patch(
            "/v1/blueprints/_user/permissions",
            "{\"entities\":{\"read\":{\"users\":[\"" + mail("mona") + "\"]}}}"));
    Reply seeing = stored(moderator.patch(PERMISSIONS + "?dry_run=true", READERS));

    assertThat(seeing.at("/preview/losing")).isEqualTo("1");
    assertThat(seeing.at("/preview/changes/0/user/email")).isEqualTo(mail("vic"));
  }

  /** An Admin is warned of whom nobody knows; a moderator would learn by it who is there. */
  @Test
  void noWarningTellsThemWhoIsThere() {
    String named =
        "{\"entities\":{\"unregister\":{\"users\":[\"%s\",\"%s\"]}}}"
            .formatted(mail("vic"), mail("nob"));

    assertThat(stored(admin.patch(PERMISSIONS + "?dry_run=true", named)).json().at("/warnings"))
        .hasSize(1);
    assertThat(stored(moderator.patch(PERMISSIONS, named)).json().has("warnings")).isFalse();
  }

  @Test
  void theGuardHoldsThemUpAndOnlyAnAdminCanConfirm() {
    stored(
        admin.put(
            "/v1/organization/change-guard",
            "{\"enabled\":true,\"sharePercent\":0,\"fewestPeople\":1}"));

    Reply held = moderator.patch(PERMISSIONS, READERS);

    assertThat(held.status()).isEqualTo(409);
    assertThat(held.at("/error")).isEqualTo("mass_change");
    assertThat(held.at("/message")).contains("Admin");
    assertThat(held.json().at("/details")).isEmpty();
    assertThat(moderator.patch(PERMISSIONS + "?confirm=1", READERS).status()).isEqualTo(409);
    assertThat(admin.patch(PERMISSIONS + "?confirm=1", READERS).status()).isEqualTo(200);
  }
}
