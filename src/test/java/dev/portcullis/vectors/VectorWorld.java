package dev.portcullis.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.Actor;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Builds a vector's world in an organization, through the doors that everybody uses: people and
 * groups are pushed over SCIM, all else comes over the API.
 */
final class VectorWorld {

  private static final String DOMAIN = "@acme.example";

  private final Tenant tenant;
  private final TestConnection connection;
  private final HttpCaller admin;
  private final HttpCaller okta;
  private final Map<String, String> ids = new TreeMap<>();
  private final Map<String, List<String>> members = new TreeMap<>();

  VectorWorld(Tenant tenant, Map<String, Object> world) {
    this.tenant = tenant;
    connection = tenant.connection("okta");
    admin = tenant.admin();
    okta = connection.scim();
    each(world, "blueprints", blueprint -> made("/v1/blueprints", blueprint));
    fields(world, "userFields", "_user", "User");
    fields(world, "teamFields", "_team", "Team");
    each(world, "teams", team -> members.put(name(team), new ArrayList<>()));
    each(world, "users", this::user);
    members.forEach(this::group);
    each(world, "teams", team -> extend("_team", name(team), Vectors.map(team)));
    each(world, "users", user -> extend("_user", email(name(user)), Vectors.map(user)));
    each(world, "entities", this::entity);
    each(world, "actions", action -> made("/v1/actions", action));
    each(world, "pages", page -> made("/v1/pages", page));
  }

  HttpCaller admin() {
    return admin;
  }

  /** Somebody who is signed in. */
  HttpCaller signedIn(String name) {
    UUID id = UUID.fromString(Objects.requireNonNull(ids.get(email(name)), name));
    String token =
        tenant
            .server()
            .bean(AccessTokens.class)
            .issue(
                UUID.fromString(tenant.id()),
                new Actor.Person(id, UUID.fromString(connection.id()), 0));
    return admin.with("Authorization", "Bearer " + token);
  }

  /** Short names stand for addresses of one domain. */
  static String email(String name) {
    return name.contains("@") ? name : name + DOMAIN;
  }

  private static String name(Object one) {
    return (String) Objects.requireNonNull(Vectors.map(one).get("name"), "name");
  }

  private static void each(Map<String, Object> world, String key, Consumer<Object> each) {
    Vectors.list(world.get(key)).forEach(each);
  }

  private void made(String path, Object body) {
    Reply reply = admin.post(path, Vectors.json(body));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private void fields(Map<String, Object> world, String key, String blueprint, String title) {
    if (world.containsKey(key)) {
      Map<String, Object> fields = Vectors.map(world.get(key));
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("identifier", blueprint);
      body.put("title", title);
      body.put("schema", Map.of("properties", fields.getOrDefault("properties", Map.of())));
      body.put("relations", fields.getOrDefault("relations", Map.of()));
      Reply reply = admin.put("/v1/blueprints/" + blueprint, Vectors.json(body));
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
  }

  private void user(Object yaml) {
    Map<String, Object> user = Vectors.map(yaml);
    String email = email(name(user));
    Reply made =
        okta.post(
            "/scim/v2/Users",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s",
             "externalId":"00u-%1$s","active":true,
             "emails":[{"value":"%1$s","primary":true}]}
            """
                .formatted(email));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String id = made.at("/id");
    ids.put(email, id);
    Vectors.texts(user.get("teams")).forEach(team -> join(team, id));
    if (user.get("role") instanceof String role) {
      role(role, Vectors.texts(user.get("of")), id);
    }
  }

  private void join(String group, String id) {
    members.computeIfAbsent(group, _ -> new ArrayList<>()).add(id);
  }

  /** Roles come by groups of their own. */
  private void role(String role, List<String> blueprints, String id) {
    String group = "role-" + role + "-" + String.join("-", blueprints);
    if (!members.containsKey(group)) {
      made(
          "/v1/group-rules",
          Map.of(
              "identifier",
              group,
              "title",
              group,
              "connections",
              List.of("okta"),
              "groups",
              Map.of("type", "EQUALS", "value", group),
              "grant",
              blueprints.isEmpty()
                  ? Map.of("role", role)
                  : Map.of("role", role, "blueprints", blueprints)));
    }
    join(group, id);
  }

  private void group(String name, List<String> ids) {
    Reply made =
        okta.post(
            "/scim/v2/Groups",
            Vectors.json(
                Map.of(
                    "schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Group"),
                    "displayName", name,
                    "members", ids.stream().map(id -> Map.of("value", id)).toList())));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private void extend(String blueprint, String identifier, Map<String, Object> yaml) {
    if (yaml.containsKey("properties") || yaml.containsKey("relations")) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("identifier", identifier);
      body.put("properties", yaml.getOrDefault("properties", Map.of()));
      body.put("relations", yaml.getOrDefault("relations", Map.of()));
      made("/v1/blueprints/" + blueprint + "/entities?upsert=true", body);
    }
  }

  private void entity(Object yaml) {
    Map<String, Object> entity = Vectors.map(yaml);
    made("/v1/blueprints/" + entity.get("blueprint") + "/entities", entity);
  }
}
