package dev.portcullis.access;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.directory.KnownPerson;
import dev.portcullis.directory.Memberships;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Kubernetes organisation's 328 repositories carry the teams that have a right to them as
 * properties, and policies compare them with the caller's teams. Every decision is what the file
 * says.
 */
class KubernetesDecisionsTest {

  private static final List<String> RIGHTS =
      List.of("admin", "maintain", "write", "triage", "read");
  private static final List<String> ACTIONS = List.of("read", "register", "update", "unregister");

  private static final Map<String, List<String>> SUFFICIENT =
      Map.of(
          "read", RIGHTS,
          "register", List.of(),
          "update", List.of("admin", "maintain", "write"),
          "unregister", List.of("admin"));

  private static final Map<String, Set<String>> TEAMS_OF = new LinkedHashMap<>();
  private static final Map<String, Map<String, Set<String>>> REPOSITORIES = new LinkedHashMap<>();

  private static Tenant tenant;
  private static HttpCaller admin;

  @BeforeAll
  static void pushTheOrganisation() throws IOException {
    tenant = PortcullisServer.on(TestDatabase.H2).tenant();
    admin = tenant.admin();
    JsonNode file = file();
    Map<String, String> ids = people(file);
    HttpCaller okta = tenant.connection("okta").scim();
    Map<String, String> created = new HashMap<>();
    ids.forEach((folded, login) -> created.put(folded, pushed(okta, login)));
    file.path("groups").forEach(group -> pushed(okta, group, ids, created));
    made(
        "/v1/blueprints",
        """
        {"identifier":"repository","title":"Repository","relations":{},
         "schema":{"properties":{%s},"required":[]}}
        """
            .formatted(
                RIGHTS.stream()
                    .map("\"%s\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"::formatted)
                    .collect(joining(","))));
    file.path("repositories")
        .properties()
        .forEach(each -> repository(each.getKey(), each.getValue()));
    permit();
  }

  private static JsonNode file() throws IOException {
    try (InputStream file =
        KubernetesDecisionsTest.class.getResourceAsStream("/kubernetes-org.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(file));
    }
  }

  /** Of two logins that differ in case only the first is the person. */
  private static Map<String, String> people(JsonNode file) {
    Map<String, String> people = new LinkedHashMap<>();
    file.path("users")
        .forEach(login -> people.putIfAbsent(folded(login.asString()), login.asString()));
    people.values().forEach(login -> TEAMS_OF.put(login, new TreeSet<>()));
    return people;
  }

  private static String pushed(HttpCaller okta, String login) {
    Reply made =
        okta.post(
            "/scim/v2/Users",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s",
             "externalId":"00u-%1$s","emails":[{"value":"%1$s@kubernetes.example","primary":true}]}
            """
                .formatted(login));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/id");
  }

  private static void pushed(
      HttpCaller okta, JsonNode group, Map<String, String> people, Map<String, String> ids) {
    String name = group.path("displayName").asString();
    Set<String> members = new TreeSet<>();
    group.path("members").forEach(login -> members.add(folded(login.asString())));
    members.forEach(
        member -> TEAMS_OF.computeIfAbsent(people.get(member), _ -> new TreeSet<>()).add(name));
    Reply made =
        okta.post(
            "/scim/v2/Groups",
            JsonMapper.shared()
                .writeValueAsString(
                    Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:schemas:core:2.0:Group"),
                        "displayName",
                        name,
                        "members",
                        members.stream().map(each -> Map.of("value", ids.get(each))).toList())));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static void repository(String name, JsonNode rights) {
    Map<String, Set<String>> teams = new HashMap<>();
    rights
        .properties()
        .forEach(each ->
            teams
                .computeIfAbsent(each.getValue().asString(), _ -> new TreeSet<>())
                .add(each.getKey()));
    REPOSITORIES.put(name, teams);
    made(
        "/v1/blueprints/repository/entities",
        JsonMapper.shared()
            .writeValueAsString(Map.of("identifier", name, "title", name, "properties", teams)));
  }

  private static void permit() {
    String blocks =
        ACTIONS.stream()
            .filter(action -> !requireNonNull(SUFFICIENT.get(action)).isEmpty())
            .map(action ->
                "\"%s\":{\"roles\":[\"Admin\"],\"policy\":%s}".formatted(action, policy(action)))
            .collect(joining(","));
    Reply reply =
        admin.patch("/v1/blueprints/repository/permissions", "{\"entities\":{" + blocks + "}}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private static String policy(String action) {
    return requireNonNull(SUFFICIENT.get(action)).stream()
        .map(
            """
            {"property":"%s","operator":"containsAny",
             "value":{"context":"userTeams","property":"$identifier"}}\
            """
                ::formatted)
        .collect(joining(",", "{\"combinator\":\"or\",\"rules\":[", "]}"));
  }

  private static void made(String path, String body) {
    Reply reply = admin.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private static String folded(String login) {
    return login.toLowerCase(Locale.ROOT);
  }

  private static boolean expected(String login, String action, String repository) {
    Set<String> teams = TEAMS_OF.get(login);
    return requireNonNull(SUFFICIENT.get(action)).stream()
        .map(right -> requireNonNull(REPOSITORIES.get(repository)).getOrDefault(right, Set.of()))
        .anyMatch(granted -> !Collections.disjoint(granted, teams));
  }

  @Test
  void everyDecisionOverOneSnapshotIsTheFiles() {
    PortcullisServer server = tenant.server();
    TransactionTemplate once =
        new TransactionTemplate(server.bean(PlatformTransactionManager.class));
    once.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    once.setReadOnly(true);

    long[] counts = Objects.requireNonNull(once.execute(_ -> decideAll(server)));

    assertThat(REPOSITORIES).hasSize(328);
    assertThat(counts[0]).isEqualTo(TEAMS_OF.size() * 328L * ACTIONS.size());
    assertThat(counts[1]).isPositive();
  }

  /** How many decisions there were, and how many of them allowed something. */
  private static long[] decideAll(PortcullisServer server) {
    UUID organization = UUID.fromString(tenant.id());
    AccessSnapshot snapshot = server.bean(AccessSnapshots.class).of(organization);
    Answers answers = server.bean(Answers.class);
    List<KnownPerson> people =
        server.bean(Memberships.class).peopleAfter(organization, Optional.empty(), 10_000);
    snapshot.people().know(people);
    long[] counts = new long[2];
    List<String> wrong = new ArrayList<>();
    for (String repository : REPOSITORIES.keySet()) {
      for (String action : ACTIONS) {
        AccessQuestion question = question(action, repository);
        for (KnownPerson person : people) {
          boolean isAllowed =
              answers
                  .to(
                      snapshot,
                      snapshot.people().person(person.user()),
                      person.connectionEnabled(),
                      question)
                  .allowed();
          counts[0]++;
          counts[1] += isAllowed ? 1 : 0;
          if (isAllowed != expected(person.user().userName(), action, repository)) {
            wrong.add(person.user().userName() + " " + action + " " + repository);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    return counts;
  }

  private static AccessQuestion question(String action, String repository) {
    return new AccessQuestion(
        "user",
        "anybody",
        Map.of(),
        action,
        Map.of(),
        "repository",
        repository,
        new ClaimedResource(List.of(), Map.of()),
        false);
  }

  @Test
  void thousandsOfDecisionsOverHttpAreTheFiles() {
    Random random = new Random(328);
    List<String> people = List.copyOf(TEAMS_OF.keySet());
    int allowed = 0;
    for (String repository : REPOSITORIES.keySet()) {
      List<String> asked = new ArrayList<>(membersOf(repository, random));
      asked.add(people.get(random.nextInt(people.size())));
      for (String action : List.of("read", "update")) {
        Reply reply = admin.post("/access/v1/evaluations", batch(repository, action, asked));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        for (int i = 0; i < asked.size(); i++) {
          boolean isAllowed = reply.json().at("/evaluations/" + i + "/decision").asBoolean();
          assertThat(isAllowed)
              .as("%s %s %s", asked.get(i), action, repository)
              .isEqualTo(expected(asked.get(i), action, repository));
          allowed += isAllowed ? 1 : 0;
        }
      }
    }
    assertThat(allowed).isGreaterThan(500);
  }

  /** Some of whom a right is likely. */
  private static List<String> membersOf(String repository, Random random) {
    Set<String> granted =
        requireNonNull(REPOSITORIES.get(repository)).values().stream()
            .flatMap(Set::stream)
            .collect(toSet());
    List<String> members =
        new ArrayList<>(
            TEAMS_OF.entrySet().stream()
                .filter(person -> !Collections.disjoint(person.getValue(), granted))
                .map(Map.Entry::getKey)
                .toList());
    Collections.shuffle(members, random);
    return members.subList(0, Math.min(3, members.size()));
  }

  private static String batch(String repository, String action, List<String> people) {
    return """
    {"action":{"name":"%s"},"resource":{"type":"repository","id":"%s"},"evaluations":[%s]}
    """
        .formatted(
            action,
            repository,
            people.stream()
                .map(
                    "{\"subject\":{\"type\":\"user\",\"id\":\"%s@kubernetes.example\"}}"::formatted)
                .collect(joining(",")));
  }

  @Test
  void aPreviewOfTakingAPolicyAwayNamesThoseWhoseRightItWas() {
    Map<String, Integer> expected = new HashMap<>();
    for (String login : TEAMS_OF.keySet()) {
      int repositories =
          Math.toIntExact(
              REPOSITORIES.keySet().stream()
                  .filter(repository -> expected(login, "update", repository))
                  .count());
      if (repositories > 0) {
        expected.put(folded(login) + "@kubernetes.example", repositories);
      }
    }

    Reply reply =
        admin.patch(
            "/v1/blueprints/repository/permissions?dry_run=true",
            "{\"entities\":{\"update\":{\"policy\":null}}}");

    Map<String, Integer> losing = new HashMap<>();
    for (JsonNode change : reply.json().at("/preview/changes")) {
      assertThat(change.path("gains")).isEmpty();
      assertThat(change.path("losses")).hasSize(1);
      losing.put(
          change.at("/user/email").asString(), change.at("/losses/0/entities/count").asInt());
    }
    assertThat(reply.at("/preview/people")).isEqualTo(Integer.toString(TEAMS_OF.size()));
    assertThat(reply.at("/preview/complete")).isEqualTo("true");
    assertThat(losing).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void searchesAgreeWithTheFile() {
    Random random = new Random(1);
    List<String> repositories = new ArrayList<>(REPOSITORIES.keySet());
    Collections.shuffle(repositories, random);
    for (String repository : repositories.subList(0, 8)) {
      for (String action : List.of("read", "update", "unregister")) {
        assertThat(
                found(
                    "subject",
                    """
                    {"subject":{"type":"user"},"action":{"name":"%s"},
                     "resource":{"type":"repository","id":"%s"},"page":{"limit":150%%s}}
                    """
                        .formatted(action, repository)))
            .isEqualTo(
                TEAMS_OF.keySet().stream()
                    .filter(login -> expected(login, action, repository))
                    .map(login -> folded(login) + "@kubernetes.example")
                    .collect(toSet()));
      }
    }
    List<String> people = new ArrayList<>(TEAMS_OF.keySet());
    Collections.shuffle(people, random);
    for (String login : people.subList(0, 15)) {
      assertThat(
              found(
                  "resource",
                  """
                  {"subject":{"type":"user","id":"%s"},"action":{"name":"read"},
                   "resource":{"type":"repository"},"page":{"limit":50%%s}}
                  """
                      .formatted(login)))
          .isEqualTo(
              REPOSITORIES.keySet().stream()
                  .filter(repository -> expected(login, "read", repository))
                  .collect(toSet()));
    }
  }

  /** All parts of a search; none of them has anything twice. */
  private static Set<String> found(String kind, String body) {
    Set<String> found = new HashSet<>();
    String token = "";
    do {
      Reply reply =
          admin.post(
              "/access/v1/search/" + kind,
              body.formatted(token.isEmpty() ? "" : ",\"token\":\"" + token + "\""));
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      reply
          .json()
          .at("/results")
          .forEach(each -> assertThat(found.add(each.at("/id").asString())).isTrue());
      token = reply.at("/page/next_token");
    } while (!token.isEmpty());
    return found;
  }
}
