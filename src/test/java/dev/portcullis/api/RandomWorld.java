package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An organization with people, teams, entities and documents at random, made through the doors. */
final class RandomWorld {

  static final List<String> PEOPLE =
      List.of(
          "p0@acme.example", "p1@acme.example", "p2@acme.example", "nomail", "gone@acme.example");

  private static final List<String> TEAMS = List.of("t0", "t1", "t2");
  private static final List<String> OPERATIONS =
      List.of("read", "register", "update", "unregister");

  private static final List<String> RULES =
      List.of(
          "{\"property\":\"tier\",\"operator\":\"=\",\"value\":\"gold\"}",
          "{\"property\":\"tier\",\"operator\":\"!=\",\"value\":\"gold\"}",
          "{\"property\":\"owners\",\"operator\":\"containsAny\","
              + "\"value\":{\"context\":\"userTeams\",\"property\":\"$identifier\"}}",
          "{\"property\":\"$team\",\"operator\":\"containsAny\","
              + "\"value\":{\"context\":\"userTeams\",\"property\":\"$identifier\"}}",
          "{\"property\":{\"context\":\"user\",\"property\":\"port_role\"},\"operator\":\"=\",\"value\":\"Member\"}",
          "{\"property\":{\"context\":\"user\",\"property\":\"level\"},\"operator\":\"=\",\"value\":\"high\"}",
          "{\"property\":{\"context\":\"userTeams\",\"property\":\"kind\"},\"operator\":\"containsAny\",\"value\":[\"good\"]}",
          "{\"property\":{\"context\":\"action\",\"property\":\"soft\"},\"operator\":\"=\",\"value\":true}",
          "{\"property\":{\"context\":\"resource\",\"property\":\"tier\"},\"operator\":\"isEmpty\"}",
          "{\"property\":{\"path\":[\"up\"]},\"operator\":\"matchAny\",\"value\":[\"e1\",\"e2\"]}",
          "{\"property\":{\"path\":[{\"relation\":\"up\",\"maxHops\":3}]},\"operator\":\"matchAny\",\"value\":\"e3\"}",
          "{\"operator\":\"relatedTo\",\"blueprint\":\"thing\",\"value\":\"e0\",\"direction\":\"upstream\"}",
          "{\"operator\":\"relatedTo\",\"blueprint\":\"thing\",\"value\":[\"e1\",\"e4\"]}");

  private final Portal portal;
  private final Random random;

  RandomWorld(Tenant tenant, long seed) {
    portal = new Portal(tenant);
    random = new Random(seed);
    people();
    catalog();
    documents();
  }

  private void people() {
    List<String> ids =
        new ArrayList<>(
            List.of(
                portal.person("p0@acme.example"),
                portal.person("p1@acme.example"),
                portal.person("p2@acme.example"),
                nobodysMail()));
    String gone = portal.person("gone@acme.example");
    ids.add(gone);
    for (String team : TEAMS) {
      portal.group(team, some(ids).toArray(String[]::new));
    }
    portal.group("admins", some(ids).stream().limit(1).toArray(String[]::new));
    portal.deactivate(gone);
  }

  private String nobodysMail() {
    Reply made =
        portal
            .okta()
            .scim()
            .post(
                "/scim/v2/Users",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"nomail",
                 "externalId":"00u-nomail"}
                """);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/id");
  }

  /** What policies ask of people and of their teams. */
  private void additions() {
    for (String[] added : new String[][] {{"_user", "level"}, {"_team", "kind"}}) {
      Reply reply =
          portal
              .admin()
              .put(
                  "/v1/blueprints/" + added[0],
                  "{\"identifier\":\"%s\",\"title\":\"T\",\"schema\":{\"properties\":{\"%s\":{\"type\":\"string\"}}}}"
                      .formatted(added[0], added[1]));
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
  }

  private void catalog() {
    additions();
    String properties =
        "\"schema\":{\"properties\":{\"tier\":{\"type\":\"string\"},"
            + "\"owners\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"required\":[]},";
    portal.created(
        "/v1/blueprints",
        "{\"identifier\":\"thing\",\"title\":\"Thing\","
            + properties
            + "\"relations\":{\"up\":{\"target\":\"thing\",\"required\":false,\"many\":false}},"
            + "\"ownership\":{\"type\":\"Direct\"}}");
    portal.created(
        "/v1/blueprints",
        "{\"identifier\":\"part\",\"title\":\"Part\","
            + properties
            + "\"relations\":{\"up\":{\"target\":\"thing\",\"required\":false,\"many\":false}},"
            + "\"ownership\":{\"type\":\"Inherited\",\"path\":\"up\"}}");
    for (int i = 0; i < 6; i++) {
      String up = i == 0 ? "" : ",\"relations\":{\"up\":\"e%d\"}".formatted(random.nextInt(i));
      portal.created(
          "/v1/blueprints/thing/entities",
          "{\"identifier\":\"e%d\",\"team\":%s%s%s}"
              .formatted(i, texts(some(TEAMS)), values(), up));
      portal.created(
          "/v1/blueprints/part/entities",
          "{\"identifier\":\"e%d\"%s,\"relations\":{\"up\":\"e%d\"}}"
              .formatted(i, values(), random.nextInt(i + 1)));
    }
    if (random.nextBoolean()) {
      portal.groupRule("admins", "admins", "{\"role\":\"Admin\"}");
    }
    portal.groupRule("keepers", "t0", "{\"role\":\"Moderator\",\"blueprints\":[\"thing\"]}");
  }

  private String values() {
    return ",\"properties\":{%s\"owners\":%s}"
        .formatted(random.nextBoolean() ? "\"tier\":\"gold\"," : "", texts(some(TEAMS)));
  }

  private void documents() {
    for (String blueprint : List.of("thing", "part")) {
      Reply reply =
          portal.admin().patch("/v1/blueprints/" + blueprint + "/permissions", permissions());
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
  }

  Portal portal() {
    return portal;
  }

  /** A change of a permission document. */
  String permissions() {
    String blocks =
        OPERATIONS.stream()
            .map(operation -> "\"%s\":%s".formatted(operation, block(true)))
            .collect(Collectors.joining(","));
    return "{\"entities\":{%s,\"updateProperties\":{\"tier\":%s,\"$team\":%s},\"updateRelations\":{\"up\":%s}}}"
        .formatted(blocks, block(false), block(false), block(false));
  }

  private String block(boolean withPolicy) {
    String policy =
        withPolicy && random.nextInt(3) > 0
            ? ",\"policy\":{\"combinator\":\"%s\",\"rules\":[%s]}"
                .formatted(
                    random.nextBoolean() ? "and" : "or",
                    IntStream.rangeClosed(0, random.nextInt(2))
                        .mapToObj(_ -> RULES.get(random.nextInt(RULES.size())))
                        .collect(Collectors.joining(",")))
            : "";
    return "{\"roles\":%s,\"users\":%s,\"teams\":%s,\"ownedByTeam\":%s%s}"
        .formatted(
            texts(
                random.nextInt(4) == 0
                    ? List.of("Admin", "Member")
                    : List.of("Admin", "thing-moderator").subList(0, 1 + random.nextInt(2))),
            texts(random.nextInt(4) == 0 ? List.of("p1@acme.example") : List.of()),
            texts(random.nextInt(3) == 0 ? some(TEAMS) : List.of()),
            policy.isEmpty() && random.nextBoolean(),
            policy);
  }

  private List<String> some(List<String> all) {
    return all.stream().filter(_ -> random.nextInt(3) == 0).toList();
  }

  private static String texts(List<String> texts) {
    return texts.stream().map("\"%s\""::formatted).collect(Collectors.joining(",", "[", "]"));
  }
}
