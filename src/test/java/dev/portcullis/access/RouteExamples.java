package dev.portcullis.access;

import dev.portcullis.signin.OpenSession;
import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An organization with one of everything that a path can name. All names begin with a word of four
 * letters that is the organization's own, so that replies about two of them can be compared once
 * the word is taken out.
 */
public final class RouteExamples {

  private final SignedInWorld world;
  private final String word;

  /** What stands in a path, encoded, by the segment before it, such as {@code blueprints}. */
  private final Map<String, String> names = new HashMap<>();

  private final String member;
  private final String moderator;
  private final String boss;

  /**
   * Makes one.
   *
   * @param word four letters
   */
  public RouteExamples(TestDatabase database, String word) {
    this.world = new SignedInWorld(database);
    this.word = word;
    this.member = world.pushed(word + "-member");
    this.moderator = world.pushed(word + "-moderator");
    this.boss = world.pushed(word + "-boss");
    makePeople();
    makeCatalog();
    makeSettings();
    findTraces();
  }

  private void makePeople() {
    world.makeAdmin(boss, word + "-bosses");
    OpenSession session = world.signedIn(member);
    names.put("sessions", session.sessionId().toString());
    names.put("users", word + "-member%40acme.test");
    names.put("rotate-credentials", names.get("users"));
    names.put("groups", word + "-bosses");
    made("teams", "/v1/teams", "{\"name\":\"%s-team\"}", "/team/name");
    names.put("organizations", world.tenant.id());
  }

  private void makeCatalog() {
    made(
        "blueprints",
        "/v1/blueprints",
        """
        {"identifier":"%s-blueprint","title":"%s","schema":{"properties":{"tier":{"type":"string"}}}}
        """,
        "/blueprint/identifier");
    made(
        "entities",
        "/v1/blueprints/" + names.get("blueprints") + "/entities",
        "{\"identifier\":\"%s-entity\",\"title\":\"%s\",\"properties\":{\"tier\":\"one\"}}",
        "/entity/identifier");
    made(
        "blueprints",
        "/v1/blueprints",
        "{\"identifier\":\"%s-emptied\",\"title\":\"%s\",\"schema\":{\"properties\":{}}}",
        "");
    Reply emptied = world.tenant.admin().delete("/v1/blueprints/" + word + "-emptied/all-entities");
    names.put("migrations", emptied.at("/migrationId"));
    names.put("system", "_user");
    made(
        "actions",
        "/v1/actions",
        """
        {"identifier":"%s-action","title":"%s","trigger":{"type":"self-service","operation":"CREATE",
         "userInputs":{"properties":{},"required":[]}},
         "invocationMethod":{"type":"WEBHOOK","url":"https://example.com"}}
        """,
        "");
    names.put("actions", word + "-action");
    made(
        "pages",
        "/v1/pages",
        "{\"identifier\":\"%s-page\",\"title\":\"%s\",\"type\":\"dashboard\",\"widgets\":[]}",
        "");
    names.put("pages", word + "-page");
    // So that each has a version 1.
    String somebody = "{\"users\":[\"%s-member@acme.test\"]}";
    patched(
        "/v1/blueprints/" + word + "-blueprint/permissions",
        "{\"entities\":{\"update\":" + somebody + "}}");
    patched("/v1/actions/" + word + "-action/permissions", "{\"approve\":" + somebody + "}");
    patched("/v1/pages/" + word + "-page/permissions", "{\"update\":" + somebody + "}");
  }

  private void makeSettings() {
    world.tenant.connection(word + "-link");
    names.put("connections", word + "-link");
    Reply tokens = world.tenant.admin().get("/v1/connections/" + word + "-link/scim-tokens");
    names.put("scim-tokens", tokens.at("/scimTokens/0/id"));
    names.put("group-rules", word + "-bosses");
    SignedInWorld.require(
        world
            .tenant
            .admin()
            .post(
                "/v1/group-rules",
                """
                {"identifier":"%s-moderators","title":"Moderators","connections":["okta"],
                 "groups":{"type":"EQUALS","value":"%s-moderators"},
                 "grant":{"role":"Moderator","blueprints":["%s-blueprint"]}}
                """
                    .formatted(word, word, word)),
        201);
    world.pushedGroup(word + "-moderators", moderator);
    made(
        "applications",
        "/v1/applications",
        "{\"name\":\"%s-portal\",\"region\":\"eu\",\"redirectUris\":[\"https://%s.example/cb\"]}",
        "/application/clientId");
    made("apps", "/v1/apps", "{\"name\":\"%s-app\"}", "/app/id");
    made(
        "scim-schemas",
        "/v1/scim-schemas",
        """
        {"id":"urn:example:%s:2.0:User","name":"%s","resourceType":"User",
         "attributes":[{"name":"size","type":"string"}]}
        """,
        "");
    names.put("scim-schemas", "urn:example:" + word + ":2.0:User");
  }

  /** Names that the other things have brought about. */
  private void findTraces() {
    names.put(
        "audit-log", world.tenant.admin().get("/v1/audit-log?limit=1").at("/audits/0/identifier"));
  }

  private void made(String segment, String path, String body, String pointer) {
    Reply reply = world.tenant.admin().post(path, body.replace("%s", word));
    if (reply.status() != 200 && reply.status() != 201) {
      throw new AssertionError(path + " " + reply.status() + reply.text());
    }
    if (!pointer.isEmpty()) {
      names.put(segment, reply.at(pointer));
    }
  }

  private void patched(String path, String body) {
    SignedInWorld.require(world.tenant.admin().patch(path, body.replace("%s", word)), 200);
  }

  /** What of this organization goes by such a segment; empty if a path cannot name it yet. */
  public Optional<String> name(String segment) {
    return Optional.ofNullable(names.get(segment));
  }

  /** Takes out whatever is this organization's own, so that what is left can be compared. */
  String withoutNames(String text) {
    String left = text.replace(word, "....");
    for (String name : new LinkedHashMap<>(names).values()) {
      // A short one, such as a version's number, would be found everywhere.
      left = name.length() > 20 ? left.replace(name, "....") : left;
    }
    return left;
  }

  public SignedInWorld world() {
    return world;
  }

  public HttpCaller member() {
    return world.caller(world.signedIn(member));
  }

  HttpCaller moderator() {
    return world.caller(world.signedIn(moderator));
  }

  HttpCaller admin() {
    return world.caller(world.signedIn(boss));
  }

  HttpCaller provisioner() {
    return world.server.anybody().with("Authorization", "Bearer " + world.okta.scimToken());
  }
}
