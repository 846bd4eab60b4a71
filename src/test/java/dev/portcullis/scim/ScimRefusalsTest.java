package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is told what to change, and changes nothing. */
@OnBothDatabases
class ScimRefusalsTest {

  private static final String UNKNOWN = "0198aaaa-0000-7000-8000-000000000001";

  private final PortcullisServer server;
  private final Tenant tenant;
  private final TestConnection connection;
  private final HttpCaller scim;
  private final String user;
  private final String group;
  private final String before;

  ScimRefusalsTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.tenant = ScimTenants.tenant(database);
    this.connection = ScimTenants.connection(database);
    this.scim = connection.scim();
    Okta okta = new Okta(scim);
    this.user = okta.pushed("ada");
    this.group = okta.pushedGroup();
    okta.patchGroup(group, Okta.recorded("group-replace-members", "first", user, "second", user));
    this.before = everything();
  }

  private String everything() {
    return scim.get("/scim/v2/Users").text() + scim.get("/scim/v2/Groups").text();
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(everything()).isEqualTo(before);
  }

  private static void assertRefused(Reply reply, int status, String scimType, String... named) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    assertThat(reply.header("X-Trace-Id")).matches("[0-9a-f]{32}");
    assertThat(reply.at("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
    assertThat(reply.json().at("/status").isString()).isTrue();
    assertThat(reply.at("/status")).isEqualTo(Integer.toString(status));
    assertThat(reply.at("/scimType")).isEqualTo(scimType);
    assertThat(reply.at("/detail")).isNotBlank();
    assertThat(List.of(named)).allSatisfy(name -> assertThat(reply.at("/detail")).contains(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "|invalidSyntax|empty",
        "{\"schemas\":|invalidSyntax|line 1",
        "[]|invalidSyntax|object",
        "{\"userName\":\"a\"}|invalidValue|schemas",
        "{\"schemas\":[],\"userName\":\"a\"}|invalidValue|schemas",
        "{\"schemas\":[5],\"userName\":\"a\"}|invalidValue|schemas",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"userName\":\"a\"}|invalidValue|schemas",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]}|invalidValue|userName",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\" \"}|invalidValue|userName",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":5}|invalidValue|userName",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"a\\u0000\"}|invalidValue|userName",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"a\",\"active\":\"maybe\"}|invalidValue|active",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"a\",\"emails\":{}}|invalidValue|emails"
      })
  void aUserThatCannotBeReadIsNotMade(String body, String scimType, String named) {
    assertRefused(scim.post("/scim/v2/Users", body == null ? "" : body), 400, scimType, named);
    assertRefused(
        scim.put("/scim/v2/Users/" + user, body == null ? "" : body), 400, scimType, named);
  }

  @Test
  void namesAreBounded() {
    String body =
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\"}"
            .formatted("a".repeat(257));
    assertRefused(scim.post("/scim/v2/Users", body), 400, "invalidValue", "userName", "256");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"]}|displayName",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":{}}|displayName",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"g\",\"members\":{}}|members",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"g\",\"members\":\"a\"}|members",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"g\",\"members\":[{\"value\":5}]}|members.value",
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"g\",\"members\":[{\"value\":\"a\",\"type\":\"Group\"}]}|members.type"
      })
  void aGroupThatCannotBeReadIsNotMade(String body, String named) {
    assertRefused(scim.post("/scim/v2/Groups", body), 400, "invalidValue", named);
    assertRefused(scim.put("/scim/v2/Groups/" + group, body), 400, "invalidValue", named);
  }

  @Test
  void aPatchIsAppliedWholeOrNotAtAll() {
    String operations =
        """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
         {"op":"remove","path":"members"},
         {"op":"replace","path":"displayName","value":"Other"},
         {"op":"replace","path":"colour","value":"red"}]}\
        """;
    assertRefused(scim.patch("/scim/v2/Groups/" + group, operations), 400, "invalidPath", "3");
    String userOperations =
        """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
         {"op":"replace","value":{"active":false}},
         {"op":"replace","path":"phoneNumbers[type eq \\"work\\"].value","value":"1"}]}\
        """;
    assertRefused(scim.patch("/scim/v2/Users/" + user, userOperations), 400, "noTarget", "2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "{\"Operations\":[{\"op\":\"remove\",\"path\":\"members\"}]}|invalidValue|schemas",
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]}|invalidSyntax|Operations",
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[]}|invalidSyntax|Operations",
        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":{}}|invalidSyntax|Operations"
      })
  void aPatchWithoutOperationsIsNone(String body, String scimType, String named) {
    assertRefused(scim.patch("/scim/v2/Groups/" + group, body), 400, scimType, named);
    assertRefused(scim.patch("/scim/v2/Users/" + user, body), 400, scimType, named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"})
  void anotherMediaTypeIsRefused(String mediaType) {
    Reply reply =
        scim.with("Content-Type", mediaType).post("/scim/v2/Users", Okta.recorded("user-create"));
    assertRefused(reply, 415, "", "application/scim+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        UNKNOWN,
        "1",
        "..%2f..%2fUsers",
        "me",
        "0198aaaa-0000-7000-8000-00000000000g",
        "%E2%80%AE",
        "%20"
      })
  void anUnknownIdIsAbsent(String id) {
    assertRefused(scim.get("/scim/v2/Users/" + id), 404, "", "no such resource");
    assertRefused(scim.delete("/scim/v2/Groups/" + id), 404, "", "no such resource");
    assertRefused(
        scim.put("/scim/v2/Users/" + id, Okta.recorded("user-create")), 404, "", "no such");
    assertRefused(
        scim.patch("/scim/v2/Groups/" + id, Okta.recorded("group-rename", "id", id)),
        404,
        "",
        "no such resource");
  }

  @Test
  void anotherTenantsIdsLookExactlyLikeUnknownOnes() {
    HttpCaller stranger = server.tenant().connection("okta").scim();
    Reply foreign = stranger.get("/scim/v2/Users/" + user);
    assertRefused(foreign, 404, "", "no such resource");
    assertThat(foreign.text()).isEqualTo(stranger.get("/scim/v2/Users/" + UNKNOWN).text());
    assertRefused(
        stranger.patch("/scim/v2/Users/" + user, Okta.recorded("user-deactivate")), 404, "", "no");
    assertRefused(
        stranger.patch("/scim/v2/Groups/" + group, Okta.recorded("group-rename", "id", group)),
        404,
        "",
        "no such resource");
    assertRefused(stranger.delete("/scim/v2/Groups/" + group), 404, "", "no such resource");
    assertThat(
            stranger
                .get("/scim/v2/Users?filter=" + Okta.encoded("id eq \"" + user + "\""))
                .json()
                .at("/totalResults")
                .intValue())
        .isZero();
  }

  @Test
  void anotherConnectionsIdsAreAbsentToo() {
    HttpCaller neighbour = tenant.connection("neighbour-of-" + connection.name()).scim();
    assertRefused(neighbour.get("/scim/v2/Users/" + user), 404, "", "no such resource");
    assertRefused(neighbour.get("/scim/v2/Groups/" + group), 404, "", "no such resource");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "nonsense", "Basic YTpi", "Bearer ", "Bearer pcs_x"})
  void aBadTokenIsRefused(String header) {
    Reply reply = scim.with("Authorization", header).get("/scim/v2/Users");
    assertRefused(reply, 401, "", "token");
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void noTokenIsRefusedOnDiscoveryToo() {
    HttpCaller nobody = server.anybody();
    assertRefused(nobody.get("/scim/v2/Users"), 401, "", "Authorization");
    assertRefused(nobody.get("/scim/v2/Schemas"), 401, "", "Authorization");
    assertRefused(nobody.get("/scim/v2/nonsense"), 401, "", "Authorization");
  }

  @Test
  void aRevokedTokenIsRefusedAtOnceAndAnotherWorksOn() {
    String tokens = "/v1/connections/" + connection.name() + "/scim-tokens";
    Reply second = tenant.admin().post(tokens, "{}");
    HttpCaller withSecond = scim.with("Authorization", "Bearer " + second.at("/scimToken/token"));
    assertThat(withSecond.get("/scim/v2/Users").status()).isEqualTo(200);
    tenant.admin().delete(tokens + "/" + second.at("/scimToken/id"));
    assertRefused(withSecond.get("/scim/v2/Users"), 401, "", "revoked");
    assertThat(scim.get("/scim/v2/Users").status()).isEqualTo(200);
  }

  @Test
  void theTokenMayStandAlone() {
    assertThat(scim.with("Authorization", connection.scimToken()).get("/scim/v2/Users").status())
        .isEqualTo(200);
  }

  @Test
  void aScimTokenOpensNothingElse() {
    assertThat(scim.get("/v1/connections").status()).isEqualTo(401);
  }

  @Test
  void anOversizedBodyIsRefusedWhetherItSaysItsLengthOrNot() {
    String body = Okta.recorded("user-create").replace("Test User", "a".repeat(1024 * 1024 + 1));
    assertRefused(scim.post("/scim/v2/Users", body), 413, "", "1 MiB");
    Reply chunked =
        scim.send(
            "POST",
            "/scim/v2/Users",
            BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    assertRefused(chunked, 413, "", "1 MiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName",
        "userName is \"a\"",
        "colour eq \"a\"",
        "id eq \"a\" or",
        "password pr"
      })
  void aFilterThatCannotBeReadIsRefusedAndNeverWidened(String filter) {
    for (String path : List.of("/Users", "/Groups", "")) {
      assertRefused(
          scim.get("/scim/v2" + path + "?filter=" + Okta.encoded(filter)),
          400,
          "invalidFilter",
          "at position ");
    }
    assertRefused(scim.get("/scim/v2/Users?filter="), 400, "invalidFilter", "empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Users?filter=userName%20eq%20%22%00%22",
        "/Users?filter=userName%20eq%20%22%zz%22",
        "/Users?filter=%ED%A0%80",
        "/Users?count=%C0%80",
        "/Users/%00",
        "/Users/%zz",
        "/Users/;x",
        "/Groups/..%2f..%2fUsers",
        "/Groups/../Users/%5c"
      })
  void anAddressThatIsNoTextIsRefused(String address) {
    assertThat(statusOfRaw("GET /scim/v2" + address + " HTTP/1.1")).isBetween(400, 499);
  }

  /** Java's own client sends no malformed address, so this goes over a bare socket. */
  private int statusOfRaw(String requestLine) {
    try (Socket socket = new Socket("localhost", server.base().getPort())) {
      socket.setSoTimeout(10_000);
      String head =
          requestLine
              + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
              + connection.scimToken()
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(reply.split(" ", 3)[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void pagesThatAreNoNumbersAreRefused() {
    assertRefused(scim.get("/scim/v2/Users?count=ten"), 400, "invalidValue", "count");
    assertRefused(scim.get("/scim/v2/Users?startIndex=1.5"), 400, "invalidValue", "startIndex");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/Bulk,405",
    "PUT,/Bulk,405",
    "POST,/Me,501",
    "DELETE,/Me,501",
    "GET,/Me,501",
    "GET,/Users/.search,405",
    "PUT,/.search,405",
    "POST,/,405",
    "DELETE,/Users,405",
    "PUT,/Groups,405",
    "POST,/Schemas,405",
    "DELETE,/ServiceProviderConfig,405",
    "PATCH,/ResourceTypes/User,405",
    "GET,/nonsense,404",
    "POST,/nonsense,404",
    "GET,/Users/a/b,404",
    "GET,/Schemas/nonsense,404",
    "GET,/ResourceTypes/nonsense,404",
    "GET,/Schemas?filter=id%20pr,403",
    "GET,/ServiceProviderConfig?filter=id%20pr,403"
  })
  void whatIsNotServedSaysSo(String method, String path, int status) {
    Reply reply = scim.send(method, "/scim/v2" + path, BodyPublishers.noBody());
    assertRefused(reply, status, "");
    assertThat(reply.header("Allow").isEmpty()).isEqualTo(status != 405);
  }
}
