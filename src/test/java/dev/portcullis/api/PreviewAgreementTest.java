package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.access.AccessDecisions;
import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.BatchItem;
import dev.portcullis.access.BatchSemantics;
import dev.portcullis.access.ClaimedResource;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * In worlds made at random, a preview tells of every decision that the change turns round, of none
 * that it does not, and leaves everything as it was.
 */
@OnBothDatabases
class PreviewAgreementTest {

  private static final List<String> ACTIONS =
      List.of(
          "read",
          "update",
          "unregister",
          "updateProperties.tier",
          "updateProperties.$team",
          "updateRelations.up");
  private static final String USERS = "/v1/blueprints/_user/entities/";
  private static final String TEAMS = "/v1/blueprints/_team/entities/";

  /** A policy over what the organization adds to people and to teams. */
  private static final String ASKING =
      """
      {"entities":{"update":{"roles":[],"users":[],"teams":[],"policy":{"combinator":"or","rules":[
         {"property":{"context":"user","property":"level"},"operator":"=","value":"high"}]}},
       "unregister":{"roles":[],"users":[],"teams":[],"policy":{"combinator":"or","rules":[
         {"property":{"context":"userTeams","property":"kind"},"operator":"containsAny",
          "value":["good"]}]}}}}
      """;

  private static final List<String> TYPES = List.of("thing", "part");
  private static final List<String> STORED = List.of("e0", "e1", "e2", "e3", "e4", "e5");

  private final PortcullisServer server;

  PreviewAgreementTest(TestDatabase database) {
    server = PortcullisServer.on(database);
  }

  private record Asked(String person, String type, String action, String entity) {}

  private record Change(String method, String path, String body) {

    Reply made(HttpCaller admin, boolean dryRun) {
      Reply reply =
          admin.send(method, path + (dryRun ? "?dry_run=true" : ""), BodyPublishers.ofString(body));
      assertThat(reply.status()).as("%s: %s", this, reply.text()).isEqualTo(200);
      return reply;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPreviewTellsWhatTheChangeDoes(long seed) {
    var tenant = server.tenant();
    RandomWorld world = new RandomWorld(tenant, seed);
    UUID organization = UUID.fromString(tenant.id());
    HttpCaller admin = tenant.admin();
    Map<String, Set<String>> owners = owners(admin);
    int flips = 0;
    for (Change change : changes(world)) {
      Map<Asked, Boolean> before = decisions(organization);
      JsonNode preview = change.made(admin, true).json().path("preview");
      assertThat(decisions(organization)).as("after a dry run").isEqualTo(before);
      change.made(admin, false);
      Map<Asked, Boolean> after = decisions(organization);

      flips += told(change, preview, owners, before, after);
    }
    assertThat(flips).as("changes that change something").isPositive();
  }

  private static List<Change> changes(RandomWorld world) {
    return List.of(
        new Change("PATCH", "/v1/blueprints/thing/permissions", world.permissions()),
        new Change("PUT", "/v1/blueprints/part/permissions", world.permissions()),
        new Change(
            "PATCH",
            "/v1/group-rules/keepers",
            "{\"grant\":{\"role\":\"Moderator\",\"blueprints\":[\"part\"]}}"),
        new Change("PATCH", "/v1/users/p1@acme.example", "{\"roles\":[\"thing-moderator\"]}"),
        new Change("PATCH", "/v1/users/p0@acme.example", "{\"roles\":[\"Admin\"]}"),
        new Change("PATCH", "/v1/users/p2@acme.example", "{\"roles\":[\"Admin\"]}"),
        new Change("PATCH", "/v1/users/p2@acme.example", "{\"roles\":[\"Member\"]}"),
        new Change(
            "PATCH", USERS + "p0@acme.example", "{\"properties\":{\"port_role\":\"Member\"}}"),
        new Change("PATCH", "/v1/blueprints/thing/permissions", ASKING),
        new Change("PATCH", USERS + "p0@acme.example", "{\"properties\":{\"level\":\"high\"}}"),
        new Change("PATCH", USERS + "p1@acme.example", "{\"properties\":{\"level\":\"low\"}}"),
        new Change("PATCH", TEAMS + "t1", "{\"properties\":{\"kind\":\"good\"}}"),
        new Change("PATCH", TEAMS + "t2", "{\"properties\":{\"kind\":\"bad\"}}"),
        // So that there is an Admin whatever the seed.
        new Change("PATCH", "/v1/users/p1@acme.example", "{\"roles\":[\"Admin\"]}"),
        new Change(
            "PATCH", USERS + "p2@acme.example", "{\"properties\":{\"status\":\"Disabled\"}}"),
        new Change("DELETE", TEAMS + "t0", ""),
        new Change("POST", "/v1/blueprints/thing/permissions/versions/1/restore", ""));
  }

  private static Map<String, Set<String>> owners(HttpCaller admin) {
    Map<String, Set<String>> owners = new HashMap<>();
    for (String type : TYPES) {
      admin
          .get("/v1/blueprints/" + type + "/entities")
          .json()
          .path("entities")
          .forEach(entity -> {
            Set<String> teams = new HashSet<>();
            entity.path("team").forEach(team -> teams.add(team.asString()));
            owners.put(type + "/" + entity.path("identifier").asString(), teams);
          });
    }
    return owners;
  }

  private Map<Asked, Boolean> decisions(UUID organization) {
    List<Asked> asked = new ArrayList<>();
    for (String person : RandomWorld.PEOPLE) {
      for (String type : TYPES) {
        for (String action : ACTIONS) {
          STORED.forEach(entity -> asked.add(new Asked(person, type, action, entity)));
        }
      }
    }
    var answers =
        server
            .bean(AccessDecisions.class)
            .decideAll(
                organization,
                asked.stream().<BatchItem>map(one -> new BatchItem.Asked(question(one))).toList(),
                BatchSemantics.EXECUTE_ALL);
    Map<Asked, Boolean> decisions = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      decisions.put(asked.get(i), answers.get(i).allowed());
    }
    return decisions;
  }

  private static AccessQuestion question(Asked asked) {
    return new AccessQuestion(
        "user",
        asked.person(),
        Map.of(),
        asked.action(),
        Map.of(),
        asked.type(),
        asked.entity(),
        new ClaimedResource(List.of(), Map.of()),
        false);
  }

  /** Answers how many decisions were turned round. */
  private static int told(
      Change change,
      JsonNode preview,
      Map<String, Set<String>> owners,
      Map<Asked, Boolean> before,
      Map<Asked, Boolean> after) {
    assertThat(preview.path("complete").asBoolean()).isTrue();
    int flips = 0;
    for (Map.Entry<Asked, Boolean> one : before.entrySet()) {
      Asked asked = one.getKey();
      boolean was = one.getValue();
      boolean is = Objects.requireNonNull(after.get(asked));
      JsonNode person = change(preview, asked.person());
      if (was != is) {
        flips++;
        assertThat(isTold(person, is ? "gains" : "losses", asked, owners))
            .as("%s by %s is told in %s", asked, change, person)
            .isTrue();
      }
      if (names(person, "gains", asked)) {
        assertThat(!was && is).as("%s by %s is a gain", asked, change).isTrue();
      }
      if (names(person, "losses", asked)) {
        assertThat(was && !is).as("%s by %s is a loss", asked, change).isTrue();
      }
      if (covers(person, "gains", asked, owners)) {
        assertThat(is).as("%s by %s is allowed afterwards: %s", asked, change, person).isTrue();
      }
      if (covers(person, "losses", asked, owners)) {
        assertThat(was).as("%s by %s was allowed: %s", asked, change, person).isTrue();
      }
    }
    return flips;
  }

  private static JsonNode change(JsonNode preview, String person) {
    for (JsonNode each : preview.path("changes")) {
      if (each.path("user").path("email").asString("nomail").equals(person)) {
        return each;
      }
    }
    return preview.path("nobody");
  }

  private static boolean isTold(
      JsonNode person, String kind, Asked asked, Map<String, Set<String>> owners) {
    String side = kind.equals("gains") ? "after" : "before";
    return person.path("role").path(side).path("role").asString("").equals("Admin")
        || covers(person, kind, asked, owners)
        || rights(person, kind, asked).stream().anyMatch(right -> names(right, asked.entity()));
  }

  private static List<JsonNode> rights(JsonNode person, String kind, Asked asked) {
    List<JsonNode> rights = new ArrayList<>();
    for (JsonNode right : person.path(kind)) {
      String action = right.path("action").asString();
      boolean ofField = asked.action().contains(".") && action.equals("update");
      if (right.path("identifier").asString().equals(asked.type())
          && (action.equals(asked.action()) || ofField)) {
        rights.add(right);
      }
    }
    return rights;
  }

  /** Whether a right is told that holds on this entity by who owns it, or on all. */
  private static boolean covers(
      JsonNode person, String kind, Asked asked, Map<String, Set<String>> owners) {
    Set<String> teams = Objects.requireNonNull(owners.get(asked.type() + "/" + asked.entity()));
    return rights(person, kind, asked).stream()
        .anyMatch(right ->
            right.path("everything").asBoolean(false)
                || right
                    .path("teams")
                    .valueStream()
                    .map(JsonNode::asString)
                    .anyMatch(teams::contains));
  }

  /** Whether the entity itself is named under just this action. */
  private static boolean names(JsonNode person, String kind, Asked asked) {
    return rights(person, kind, asked).stream()
        .filter(right -> right.path("action").asString().equals(asked.action()))
        .anyMatch(right -> names(right, asked.entity()));
  }

  private static boolean names(JsonNode right, String entity) {
    return right
        .path("entities")
        .path("identifiers")
        .valueStream()
        .map(JsonNode::asString)
        .anyMatch(entity::equals);
  }
}
