package dev.portcullis.api;

import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBothDatabases
class RecordedSignInsTest {

  private static final String PATH = "/v1/connections/okta/sign-ins";
  private static final String FILTER =
      ",\"groupFilter\":{\"type\":\"STARTS_WITH\",\"value\":\"eng-\"}";

  private final OpenIdProvider provider = new OpenIdProvider();
  private final PortcullisServer server;
  private final Tenant tenant;
  private final HttpCaller admin;

  RecordedSignInsTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.admin = tenant.admin();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private TestConnection connected(String more) {
    Reply made =
        admin.post(
            "/v1/connections",
            "{\"name\":\"okta\",\"issuer\":\"%s\",\"clientId\":\"client-1\"%s}"
                .formatted(provider.issuer(), FILTER + more));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String secret = admin.post("/v1/connections/okta/scim-tokens", "{}").at("/scimToken/token");
    return new TestConnection(
        tenant,
        "okta",
        made.at("/connection/id"),
        secret,
        server
            .anybody()
            .with("Authorization", "Bearer " + secret)
            .with("Content-Type", "application/scim+json"));
  }

  private Reply signIn(String token) {
    return admin.post(PATH, "{\"idToken\":\"" + token + "\"}");
  }

  private Reply signIn(String subject, int seconds, @Nullable List<String> groups) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("email", subject + "@Acme.example");
    claims.put("iat", Instant.now().getEpochSecond() + seconds);
    if (groups != null) {
      claims.put("groups", groups);
    }
    return signIn(provider.token(subject, claims));
  }

  /** What the record says of the newest sign-in. */
  private JsonNode newest() {
    Reply reply = admin.get(PATH);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().at("/signIns/0");
  }

  private static String text(JsonNode record, String pointer) {
    return record.at(pointer).asString("");
  }

  @Test
  void aSignInIsRecordedWithAllThatItBrought() {
    connected("");
    signIn("00u1", 0, List.of("eng-a", "eng-b", "sales"));
    Reply reply = signIn("00u1", 1, List.of("eng-b", "eng-c", "ops", "sales"));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonNode record = newest();
    assertThat(text(record, "/traceId")).isEqualTo(reply.header("X-Trace-Id"));
    assertThat(Instant.parse(text(record, "/at")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(text(record, "/outcome")).isEqualTo("accepted");
    assertThat(text(record, "/user/id")).isEqualTo(reply.at("/signIn/user/id"));
    assertThat(text(record, "/user/email")).isEqualTo("00u1@Acme.example");
    assertThat(text(record, "/user/subject")).isEqualTo("00u1");
    assertThat(text(record, "/user/created")).isEqualTo("false");
    assertThat(record.get("claim").toString())
        .isEqualTo("{\"verdict\":\"PRESENT\",\"source\":\"ID_TOKEN\"}");
    assertThat(record.get("groups").toString())
        .isEqualTo(
            "{\"matched\":{\"count\":2,\"names\":[\"eng-b\",\"eng-c\"]},\"ignored\":{\"count\":2,\"names\":[\"ops\",\"sales\"]}}");
    assertThat(record.get("teams").toString())
        .isEqualTo(
            "{\"added\":{\"count\":1,\"names\":[\"eng-c\"]},\"removed\":{\"count\":1,\"names\":[\"eng-a\"]},\"kept\":{\"count\":1,\"names\":[\"eng-b\"]}}");
    assertThat(record.get("warnings")).isEmpty();
    assertThat(record.has("explanation")).isFalse();
    JsonNode first = admin.get(PATH).json().at("/signIns/1");
    assertThat(text(first, "/user/created")).isEqualTo("true");
    assertThat(admin.get(PATH).json().at("/signIns")).hasSize(2);
    assertThat(admin.get(PATH).json().has("next")).isFalse();
  }

  @Test
  void aHeldClaimSaysWhy() {
    connected("");
    signIn("00u1", 0, List.of("eng-a"));
    signIn("00u1", 1, null);
    JsonNode absent = newest();
    assertThat(text(absent, "/claim/verdict")).isEqualTo("HELD");
    assertThat(text(absent, "/claim/heldBecause")).contains("no claim `groups`");
    assertThat(text(absent, "/teams/kept/names/0")).isEqualTo("eng-a");
    assertThat(absent.get("warnings")).hasSize(1);

    signIn("00u1", 2, IntStream.range(0, 100).mapToObj(i -> "eng-" + i).toList());
    JsonNode cutOff = newest();
    assertThat(text(cutOff, "/claim/verdict")).isEqualTo("HELD");
    assertThat(text(cutOff, "/claim/heldBecause")).contains("exactly 100");
    assertThat(text(cutOff, "/teams/added/count")).isEqualTo("100");

    signIn("00u1", -30, List.of("eng-z"));
    signIn("00u1", 3, List.of());
    assertThat(text(newest(), "/claim/verdict")).isEqualTo("EMPTY");
    assertThat(newest().at("/claim").has("heldBecause")).isFalse();
    signIn("00u1", -31, List.of("eng-z"));
    assertThat(text(newest(), "/claim/verdict")).isEqualTo("STALE");
    assertThat(text(newest(), "/groups/matched/names/0")).isEqualTo("eng-z");
    assertThat(text(newest(), "/teams/added/count")).isEqualTo("0");
  }

  @Test
  void ofManyNamesTheCountAndTheFirstHundredAreKept() {
    connected("");
    List<String> names = new ArrayList<>();
    IntStream.range(0, 150).forEach(i -> names.add("eng-" + "n".repeat(40) + i));
    IntStream.range(0, 120).forEach(i -> names.add("x-" + i));
    Reply reply = signIn("00u1", 0, names);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonNode record = newest();
    assertThat(text(record, "/groups/matched/count")).isEqualTo("150");
    assertThat(record.at("/groups/matched/names")).hasSize(100);
    assertThat(text(record, "/groups/ignored/count")).isEqualTo("120");
    assertThat(record.at("/groups/ignored/names")).hasSize(100);
    assertThat(text(record, "/teams/added/count")).isEqualTo("150");
    assertThat(record.at("/teams/added/names")).hasSize(100);
  }

  @Test
  void aRefusedTokenIsRecordedWithoutAnythingOfIt() {
    connected("");
    String forged =
        provider.token(claims -> {
          claims.put("aud", "canary-audience");
          claims.put("sub", "canary-subject");
          claims.put("email", "canary@acme.example");
        });
    Reply refused = signIn(forged);
    assertThat(refused.status()).isEqualTo(401);
    JsonNode record = newest();
    assertThat(text(record, "/outcome")).isEqualTo("wrong_audience");
    assertThat(text(record, "/explanation")).isEqualTo(refused.at("/message"));
    assertThat(text(record, "/traceId")).isEqualTo(refused.header("X-Trace-Id"));
    assertThat(record.has("user")).isFalse();
    assertThat(record.has("claim")).isFalse();
    assertThat(text(record, "/teams/added/count")).isEqualTo("0");
    signIn("garbage");
    assertThat(text(newest(), "/outcome")).isEqualTo("malformed_token");
    signIn(provider.token("00u" + "x".repeat(252) + "ß", Map.of()));
    assertThat(text(newest(), "/outcome")).isEqualTo("invalid_claim");
    assertThat(admin.get(PATH).text()).doesNotContain("canary", forged.split("\\.")[1], "xxx");
  }

  @Test
  void anOutageAndADisabledConnectionAreRecordedToo() {
    connected("");
    provider.discoveryAnswers(serverError());
    signIn("00u1", 0, List.of("eng-a"));
    assertThat(text(newest(), "/outcome")).isEqualTo("issuer_unreachable");
    assertThat(text(newest(), "/explanation")).isNotBlank();
    admin.patch("/v1/connections/okta", "{\"enabled\":false}");
    signIn("00u1", 0, List.of("eng-a"));
    assertThat(text(newest(), "/outcome")).isEqualTo("connection_disabled");
    assertThat(newest().has("user")).isFalse();
  }

  @Test
  void aRefusedPersonIsNamedAndTheClaimThatWasKept() {
    TestConnection connection = connected("");
    String id = signIn("00u1", 0, List.of("eng-a")).at("/signIn/user/id");
    connection
        .scim()
        .patch(
            "/scim/v2/Users/" + id,
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","value":{"active":false}}]}
            """);
    assertThat(signIn("00u1", 1, List.of("eng-b", "ops")).status()).isEqualTo(403);
    JsonNode record = newest();
    assertThat(text(record, "/outcome")).isEqualTo("user_deactivated");
    assertThat(text(record, "/user/id")).isEqualTo(id);
    assertThat(text(record, "/user/email")).isEqualTo("00u1@Acme.example");
    assertThat(text(record, "/claim/verdict")).isEqualTo("PRESENT");
    assertThat(text(record, "/groups/matched/names/0")).isEqualTo("eng-b");
    assertThat(text(record, "/groups/ignored/names/0")).isEqualTo("ops");
    assertThat(text(record, "/teams/added/count")).isEqualTo("0");

    connection.scim().delete("/scim/v2/Users/" + id);
    assertThat(signIn("00u1", 2, List.of("eng-b")).status()).isEqualTo(403);
    JsonNode deleted = newest();
    assertThat(text(deleted, "/outcome")).isEqualTo("user_deactivated");
    assertThat(deleted.get("user").toString())
        .isEqualTo("{\"subject\":\"00u1\",\"email\":\"00u1@Acme.example\",\"created\":false}");
    assertThat(deleted.has("claim")).isFalse();
  }

  @Test
  void whoIsNotProvisionedCanBeFoundBySubjectAndEmail() {
    connected(",\"provisioning\":\"scim\"");
    assertThat(signIn("00u7", 0, List.of("eng-a")).status()).isEqualTo(403);
    JsonNode record = newest();
    assertThat(text(record, "/outcome")).isEqualTo("user_not_provisioned");
    assertThat(record.at("/user").has("id")).isFalse();
    assertThat(text(record, "/user/subject")).isEqualTo("00u7");
    assertThat(record.has("claim")).isFalse();
    assertThat(found("user=00u7")).containsExactly(text(record, "/id"));
    assertThat(found("user=00U7@acme.example")).containsExactly(text(record, "/id"));
    assertThat(found("user=00u8")).isEmpty();
  }

  private List<String> found(String query) {
    Reply reply = admin.get(PATH + "?" + query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return ids(reply);
  }

  private static List<String> ids(Reply reply) {
    return reply.json().at("/signIns").valueStream().map(one -> text(one, "/id")).toList();
  }

  @Test
  void thePagesOfOnePersonOrOfAllLeadBackToTheFirstSignIn() {
    connected("");
    String ann = signIn("00uann", 0, List.of("eng-a")).at("/signIn/user/id");
    for (int i = 1; i < 5; i++) {
      signIn(i % 2 == 0 ? "00uann" : "00uben", 0, List.of("eng-a"));
    }
    List<String> all = found("");
    assertThat(all).hasSize(5).doesNotHaveDuplicates();
    assertThat(pages("limit=2")).isEqualTo(all);
    assertThat(pages("limit=1&user=" + ann)).containsExactly(all.get(0), all.get(2), all.get(4));
    assertThat(found("user=" + ann.toUpperCase(Locale.ROOT))).hasSize(3);
    assertThat(found("user=00uBEN%40acme.EXAMPLE")).containsExactly(all.get(1), all.get(3));
    assertThat(found("limit=200")).isEqualTo(all);
    String third = admin.get(PATH).at("/signIns/2/at");
    assertThat(found("before=" + third)).containsExactly(all.get(3), all.get(4));
    assertThat(found("before=2001-01-01T00:00:00Z")).isEmpty();
    assertThat(found("before=2100-01-01T00:00:00Z&user=&limit=")).isEqualTo(all);
  }

  private List<String> pages(String query) {
    List<String> ids = new ArrayList<>();
    Reply page = admin.get(PATH + "?" + query);
    ids.addAll(ids(page));
    while (page.json().has("next")) {
      page = admin.get(PATH + "?" + query + "&before=" + page.at("/next"));
      ids.addAll(ids(page));
    }
    return ids;
  }

  @Test
  void whatIsWrongInTheQueryIsNamed() {
    connected("");
    for (String limit : List.of("0", "-1", "201", "ten", "1.5", "99999999999", "%20", "1%200")) {
      Reply refused = admin.get(PATH + "?limit=" + limit);
      assertThat(refused.status()).as(limit).isEqualTo(422);
      assertThat(refused.at("/details/field")).isEqualTo("limit");
    }
    List<String> places =
        List.of(
            "yesterday",
            "2030-01-31",
            "2030-01-31T12:00:00",
            "+999999999-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "AAAA",
            "%25",
            "MjAzMC0wMS0zMVQxMjowMDowMFo",
            "a:b",
            "é",
            "MjAzMC0wMS0zMVQxMjowMDowMFogeA");
    for (String place : places) {
      String encoded = URLEncoder.encode(place, StandardCharsets.UTF_8);
      Reply refused = admin.get(PATH + "?before=" + encoded);
      assertThat(refused.status()).as(place + refused.text()).isEqualTo(422);
      assertThat(refused.at("/details/field")).isEqualTo("before");
    }
    assertThat(admin.get(PATH + "?user=a%00b").status()).isEqualTo(400);
    assertThat(admin.get(PATH + "?user=" + "x".repeat(5_000)).status()).isEqualTo(200);
  }

  @Test
  void anotherOrganizationsAndAnotherConnectionsSignInsAreNotSeen() {
    connected("");
    String id = signIn("00u1", 0, List.of("eng-a")).at("/signIn/user/id");
    Tenant theirs = server.tenant();
    assertThat(theirs.admin().get(PATH).status()).isEqualTo(404);
    theirs.connection("okta");
    assertThat(theirs.admin().get(PATH).json().at("/signIns")).isEmpty();
    assertThat(theirs.admin().get(PATH + "?user=" + id).json().at("/signIns")).isEmpty();
    tenant.connection("other");
    assertThat(admin.get("/v1/connections/other/sign-ins").json().at("/signIns")).isEmpty();
    assertThat(server.anybody().get(PATH).status()).isEqualTo(401);
    admin.post("/v1/connections/none/sign-ins", "{\"idToken\":\"x\"}");
    assertThat(admin.get("/v1/connections/none/sign-ins").status()).isEqualTo(404);
    admin.delete("/v1/connections/okta");
    connected("");
    assertThat(found("")).as("a namesake of a deleted connection").isEmpty();
  }

  @Test
  void theRecordCostsASignInOneStatement() {
    connected("");
    signIn("00u1", -60, List.of("eng-a"));
    List<String> accepted = statementsOf(() -> signIn("00u1", -30, List.of("eng-a")));
    assertThat(accepted).filteredOn(sql -> sql.contains("sign_ins")).hasSize(1);
    assertThat(accepted).hasSize(SIGN_IN + 1);
    List<String> refused = statementsOf(() -> signIn("garbage"));
    assertThat(refused).filteredOn(sql -> sql.contains("sign_ins")).hasSize(1);
    assertThat(refused).hasSize(REFUSAL + 1);
  }

  /**
   * Statements of a sign-in that changes nothing, access token and activity log included. Its token
   * is of the past: of one that is ahead of our clock the receipt is written down too.
   */
  private static final int SIGN_IN = 24;

  private static final int REFUSAL = 3;

  private List<String> statementsOf(Supplier<Reply> request) {
    try (var count = server.countStatements()) {
      assertThat(request.get().status()).isIn(200, 401);
      return count.statements();
    }
  }
}
