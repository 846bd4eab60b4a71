package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file with mistakes: all of them are told by their places, and nothing is done. */
@OnBothDatabases
class ConfigurationRefusalsTest {

  private final Portal portal;
  private final HttpCaller admin;

  ConfigurationRefusalsTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    admin = portal.admin();
  }

  private List<String> problems(String file, String query) {
    String before = admin.get("/v1/export").text();
    Reply reply = admin.post("/v1/import" + query, file);
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    assertThat(admin.get("/v1/export").text()).isEqualTo(before);
    return reply.json().at("/details/problems").valueStream().map(p -> p.asString()).toList();
  }

  @Test
  void everyMistakeIsToldByItsPlaceWhetherInTheFormOrInTheMeaning() {
    List<String> problems =
        problems(
            """
            {"version": 2, "groups": [], "pages": {},
             "applications": [{"name":"A","region":"moon","redirectUris":[7]}, 7],
             "connections": [
               {"name":"one","issuer":"http://x","clientId":"c","dialect":"odd","sessionIdle":"long"},
               {"name":"two","issuer":"https://x.example","clientId":"c","clientSecret":"s","application":"A"},
               {"name":"two b","issuer":"https://x.example","clientId":"c","application":"Nothing"},
               {"name":"okta","issuer":"https://x.example","clientId":"c"},
               {"name":"okta","issuer":"https://x.example","clientId":"c"}],
             "blueprints": [
               {"identifier":"b","title":"B","schema":{"properties":{"x y":{"type":"string"}}},
                "relations":{"r":{"target":"nothing"}}}],
             "actions": [{"identifier":"a","trigger":{"type":"other"}}],
             "groupRules": [
               {"identifier":"g","title":"G","connections":["okta","nothing"],
                "groups":{"type":"LIKE","value":"x"},"grant":{"role":"King"}},
               {"identifier":"h","title":"","connections":["nothing"],
                "groups":{"type":"EQUALS","value":"x"},"grant":{"role":"Admin"}},
               {"identifier":"i","title":"I","connections":["one"],
                "groups":{"type":"EQUALS","value":"x"},"grant":{"role":"Admin"}}],
             "permissions": {"blueprints": {"b": {"entities":{"read":{"roles":"Admin"}}},
                                            "none": {"entities":{"read":{"roles":[]}}}},
                             "apps": {}}}
            """,
            "");

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "`groups` is not a property here; remove it",
            "`version` must be 1",
            "`pages` must be a list; leave it out to say nothing of it",
            "`applications[0].redirectUris[0]` must be a string",
            "`applications[0].region` must be `eu` or `us`",
            "`applications[1]` must be an object",
            "`connections[0].dialect` must be one of `okta`, `rfc`, `interop`",
            "`connections[0].sessionIdle` must be an ISO 8601 duration such as `P3D` or `PT30M`",
            "`connections[1].clientSecret` does not belong into a file; leave it out, and set it by"
                + " `PATCH /v1/connections/{name}`",
            "`connections[2].application` names `Nothing`, and not just one application of this"
                + " organization is called that",
            "`connections[4].name` is that of `connections[3]`, too; each must be named once",
            "`blueprints[0].schema.properties.x y` must be named with 1 to 100 letters, digits or"
                + " characters of `@_=-` alone",
            "`blueprints[0].relations.r.target` names blueprint `nothing`, which does not exist;"
                + " create it first",
            "`actions[0].trigger.type` must be `self-service` or `automation`",
            "`groupRules[0].groups`: unknown pattern type `LIKE`; use one of `STARTS_WITH`,"
                + " `EQUALS`, `CONTAINS`, `MATCHES_REGEX`",
            "`groupRules[0].grant.role` must be `Admin`, `Moderator` or `Member`",
            "`groupRules[1].title` must have 1 to 100 characters on one line",
            "`groupRules[1].connections` names `nothing`, which is no connection of this"
                + " organization",
            "`permissions.apps` is not a property here; remove it",
            "`permissions.blueprints.b.entities.read.roles` must be a list of texts; leave it out"
                + " to keep what is there",
            "`permissions.blueprints.none`: there is no blueprint `none`");
  }

  @Test
  void theLastAdminStaysAndSoDoesEverythingElse() {
    portal.group("bosses", portal.person("boss@acme.example"));
    portal.groupRule("bosses", "bosses", "{\"role\":\"Admin\"}");
    String rule =
        """
        {"identifier":"%s","title":"T","connections":["okta"],
         "groups":{"type":"EQUALS","value":"bosses"},"grant":{"role":"%s"}}
        """;

    assertThat(
            problems(
                "{\"version\":1,\"blueprints\":[{\"identifier\":\"b\",\"title\":\"B\","
                    + "\"schema\":{\"properties\":{}}}],\"groupRules\":["
                    + rule.formatted("bosses", "Member")
                    + "]}",
                ""))
        .containsExactly(
            "`groupRules[0]`: would leave nobody as Admin; import what makes others Admins first,"
                + " by itself");
    assertThat(problems("{\"version\":1,\"groupRules\":[]}", "?prune=true&dry_run=true"))
        .containsExactly(
            "`groupRules`: `bosses`, which is not in the file, would leave nobody as Admin; import"
                + " what makes others Admins first, by itself");
    assertThat(problems("{\"version\":1,\"connections\":[]}", "?prune=true")).hasSize(1);
    Reply handedOn =
        admin.post(
            "/v1/import",
            "{\"version\":1,\"groupRules\":[%s,%s]}"
                .formatted(rule.formatted("bosses", "Member"), rule.formatted("aces", "Admin")));
    assertThat(handedOn.status()).as(handedOn.text()).isEqualTo(200);
  }

  @Test
  void theGuardAgainstMassChangesHoldsAnImportUpAndLetsRefusalsBeTold() {
    portal.group("bosses", portal.person("boss@acme.example"), portal.person("ace@acme.example"));
    portal.group("aces", portal.person("chief@acme.example"));
    portal.groupRule("bosses", "bosses", "{\"role\":\"Admin\"}");
    portal.groupRule("aces", "aces", "{\"role\":\"Admin\"}");
    Reply guard =
        admin.put(
            "/v1/organization/change-guard",
            "{\"enabled\":true,\"sharePercent\":1,\"fewestPeople\":2}");
    assertThat(guard.status()).as(guard.text()).isEqualTo(200);
    String without =
        """
        {"version":1,"groupRules":[{"identifier":"aces","title":"A","connections":["okta"],
         "groups":{"type":"EQUALS","value":"aces"},"grant":{"role":"Admin"}}]}
        """;

    Reply dry = admin.post("/v1/import?prune=true&dry_run=true", without);
    Reply held = admin.post("/v1/import?prune=true", without);

    assertThat(dry.at("/preview/losing")).as(dry.text()).isEqualTo("2");
    assertThat(held.status()).as(held.text()).isEqualTo(409);
    assertThat(held.at("/error")).isEqualTo("mass_change");
    assertThat(problems("{\"version\":1,\"groupRules\":[]}", "?prune=true")).hasSize(1);
    Reply confirmed = admin.post("/v1/import?prune=true&confirm=2", without);
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    assertThat(admin.get("/v1/group-rules/bosses").status()).isEqualTo(404);
  }

  @Test
  void whatSomethingElseDependsOnStays() {
    portal.env();
    portal.entity("prod");

    assertThat(problems("{\"version\":1,\"blueprints\":[]}", "?prune=true"))
        .containsExactly(
            "`blueprints`: `Env`, which is not in the file, cannot be removed while there is 1"
                + " entity");
    assertThat(
            problems(
                """
                {"version":1,"blueprints":[],
                 "pages":[{"identifier":"p","blueprint":"Env"},{"identifier":"EnvEntity"}]}
                """,
                "?prune=true"))
        .contains(
            "`blueprints`: `Env`, which is not in the file, cannot be removed while there is"
                + " 1 entity");
  }

  @Test
  void aFileThatContradictsItselfIsRefused() {
    portal.env();

    assertThat(
            problems(
                """
                {"version":1,"blueprints":[],"pages":[{"identifier":"p","blueprint":"Env"}]}
                """,
                "?prune=true"))
        .singleElement()
        .asString()
        .startsWith("`pages[0]`: would not be as the file says");
  }

  @Test
  void namesOfApplicationsMustTellThemApart() {
    String application =
        "{\"name\":\"Portal\",\"region\":\"eu\",\"redirectUris\":[\"https://a.example\"]}";
    portal.created("/v1/applications", application);
    portal.created("/v1/applications", application);

    Reply exported = admin.get("/v1/export");
    assertThat(exported.status()).isEqualTo(409);
    assertThat(exported.at("/message")).contains("`Portal`");
    String file = "{\"version\":1,\"applications\":[%s]}";
    for (Reply refused :
        List.of(
            admin.post("/v1/import", file.formatted(application)),
            admin.post("/v1/import?prune=true", file.formatted("")),
            admin.post(
                "/v1/import",
                """
                {"version":1,"connections":[{"name":"c","issuer":"https://a.example","clientId":"c",
                 "application":"Portal"}]}
                """))) {
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.at("/message")).contains("application");
    }
    assertThat(admin.post("/v1/import", file.formatted("")).status()).isEqualTo(200);
  }

  @Test
  void flagsThatCannotBeReadAreRefusedAndSoAreLargeFiles() {
    assertThat(admin.post("/v1/import?dry_run=perhaps", "{\"version\":1}").status()).isEqualTo(422);
    assertThat(admin.post("/v1/import?prune=perhaps", "{\"version\":1}").status()).isEqualTo(422);
    assertThat(admin.post("/v1/import", " ".repeat(1024 * 1024) + "{\"version\":1}").status())
        .isEqualTo(413);
  }

  @Test
  void aFileOfTooManyChangesIsRefused() {
    String pages =
        IntStream.range(0, 1_001)
            .mapToObj("{\"identifier\":\"p%d\"}"::formatted)
            .collect(Collectors.joining(","));

    Reply reply = admin.post("/v1/import", "{\"version\":1,\"pages\":[" + pages + "]}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/message")).contains("at most 1000 things");
    assertThat(admin.get("/v1/pages").json().at("/pages")).isEmpty();
  }

  @Test
  void aDocumentOfNothingIsRefusedThoughItSaysNothing() {
    assertThat(
            problems(
                """
                {"version": 1, "permissions": {
                  "blueprints": {"none": {}, "empty": {"entities": {}}},
                  "actions": {"none": {}}, "pages": {"none": {}}}}
                """,
                "?dry_run=true"))
        .containsExactlyInAnyOrder(
            "`permissions.blueprints.none`: there is no blueprint `none`",
            "`permissions.blueprints.empty`: there is no blueprint `empty`",
            "`permissions.actions.none`: there is no action `none`",
            "`permissions.pages.none`: there is no page `none`");
  }
}
