package dev.portcullis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.RawHttp;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too large is refused in the shape of its surface, whether or not it says its length. */
@OnBothDatabases
class LimitsTest {

  private static final String LARGE = "{\"userName\":\"" + "x".repeat(1_100_000) + "\"}";

  private final PortcullisServer server;

  LimitsTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
  }

  @Test
  void aLargeBodyOfScimIs413InScimsShape() {
    Reply reply = server.tenant().connection("okta").scim().post("/scim/v2/Users", LARGE);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.at("/status")).isEqualTo("413");
    assertThat(reply.at("/detail")).contains("1 MiB");
    assertThat(reply.header("Content-Type")).startsWith("application/scim+json");
  }

  @Test
  void aLargeBodyThatDoesNotSayItsLengthIs413Too() {
    TestConnection okta = server.tenant().connection("okta");
    Reply reply =
        okta.scim()
            .send(
                "POST",
                "/scim/v2/Users",
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(LARGE.getBytes(StandardCharsets.UTF_8))));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.at("/detail")).contains("1 MiB");
    assertThat(okta.scim().get("/scim/v2/Users").at("/totalResults")).isEqualTo("0");
  }

  @Test
  void aLargeBodyOfTheApiIs413InPortsShape() {
    Reply reply = server.tenant().admin().post("/v1/blueprints", LARGE);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.at("/ok")).isEqualTo("false");
    assertThat(reply.at("/error")).isEqualTo("payload_too_large");
    assertThat(reply.at("/message")).contains("1 MiB");
  }

  @Test
  void aGroupMayBeLarger() {
    Reply reply = server.tenant().connection("okta").scim().post("/scim/v2/Groups", LARGE);
    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void everyReplyCarriesATraceIdAndIsOfItsOwnSurface() {
    Reply unauthorized = server.anybody().get("/v1/connections");
    assertThat(unauthorized.status()).isEqualTo(401);
    assertThat(unauthorized.at("/error")).isEqualTo("unauthorized");
    assertThat(unauthorized.header("X-Trace-Id")).matches("[0-9a-f]{32}");

    Reply scim = server.anybody().get("/scim/v2/Users");
    assertThat(scim.status()).isEqualTo(401);
    assertThat(scim.at("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
    assertThat(scim.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void namesInPathsMayHoldSlashesThatAreEncoded() {
    var admin = server.tenant().admin();
    admin.post(
        "/v1/blueprints",
        """
        {"identifier":"team/repo","title":"Repository","schema":{"properties":{},"required":[]}}
        """);
    assertThat(admin.get("/v1/blueprints/team%2Frepo").at("/blueprint/identifier"))
        .isEqualTo("team/repo");
    assertThat(admin.get("/v1/blueprints/team%2Frepo;x").status()).isEqualTo(400);
  }

  private static String raw(PortcullisServer server, String head) throws IOException {
    try (Socket socket = new Socket("localhost", server.base().getPort())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.setSoTimeout(10_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatTheContainerRefusesByItselfHasTheShapeOfTheSurfaceToo() throws IOException {
    String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    String nul = raw(server, "GET /v1/blueprints/%00" + end + "\r\n");
    assertThat(nul).startsWith("HTTP/1.1 400").contains("\"ok\":false").doesNotContain("<");

    String long8 = "/scim/v2/Users?filter=" + "x".repeat(8_192);
    assertThat(raw(server, "GET " + long8 + end + "\r\n")).startsWith("HTTP/1.1 401");

    String head = end + "X-Large: " + "x".repeat(40_000) + "\r\n\r\n";
    assertThat(raw(server, "GET /scim/v2/Users" + head))
        .startsWith("HTTP/1.1 431")
        .contains("urn:ietf:params:scim:api:messages:2.0:Error", "32 KiB", "X-Trace-Id: ");
    assertThat(raw(server, "GET /v1/connections?x=" + "x".repeat(40_000) + end + "\r\n"))
        .startsWith("HTTP/1.1 414")
        .contains("32 KiB", "X-Trace-Id: ");
    assertThat(raw(server, "GET /scim/v2/Users/%00" + end + "\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("urn:ietf:params:scim:api:messages:2.0:Error");
    assertThat(raw(server, "FOO /v1/connections" + end + "\r\n")).startsWith("HTTP/1.1 405");
  }

  @Test
  void whatTheContainerCannotReadToTheEndOfItsFirstLineHasTheShapeOfTheSurfaceToo()
      throws IOException {
    String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    String scimShape = "urn:ietf:params:scim:api:messages:2.0:Error";
    assertThat(raw(server, "GET /scim/v2/Users?filter=" + "x".repeat(40_000) + end))
        .startsWith("HTTP/1.1 414")
        .contains(scimShape, "Content-Type: application/scim+json", "32 KiB");
    assertThat(raw(server, "\r\nGET /scim/v2/Users?filter=\u00e9" + end))
        .startsWith("HTTP/1.1 400")
        .contains(scimShape, "percent-encode", "X-Trace-Id: ");
    assertThat(raw(server, "GET /v1/connections?x=\u00e9" + end))
        .startsWith("HTTP/1.1 400")
        .contains("\"ok\":false");
  }

  @Test
  void filtersMayStandInTheAddressAsManyClientsLeaveThem() {
    TestConnection okta = server.tenant().connection("okta");
    okta.scim()
        .post(
            "/scim/v2/Users",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ada",
             "emails":[{"value":"a|{b}^`<c>","type":"work"}]}
            """);
    String filter = "emails[type+eq+\"work\"%20and%20value%20eq%20\"a|{b}^`<c>\"]";
    Reply found =
        RawHttp.send(
            server.base(),
            ("GET /scim/v2/Users?filter="
                    + filter
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                    + okta.scimToken()
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    assertThat(found.at("/totalResults")).isEqualTo("1");
  }

  @Test
  void mediaTypesThatCannotBeReadAreRefusedAsSuch() {
    var admin = server.tenant().admin();
    for (String type : List.of("multipart/form-data", "*/*", "application/*", "text/plain")) {
      assertThat(admin.with("Content-Type", type).post("/v1/group-rules", "{}").status())
          .as(type)
          .isEqualTo(415);
    }
    var scim =
        server.tenant().connection("okta").scim().with("Content-Type", "multipart/form-data");
    assertThat(scim.post("/scim/v2/Users", "{}").status()).isEqualTo(415);
  }

  @Test
  void settingsOfAConnectionThatAreTooLongOrEmptyAreNamed() {
    var admin = server.tenant().connection("okta").tenant().admin();
    Reply application =
        admin.patch("/v1/connections/okta", "{\"application\":\"" + "x".repeat(257) + "\"}");
    assertThat(application.status()).isEqualTo(422);
    assertThat(application.text()).contains("application");
    Reply enabled = admin.patch("/v1/connections/okta", "{\"enabled\":\"\"}");
    assertThat(enabled.status()).isEqualTo(422);
    assertThat(enabled.text()).contains("enabled");
  }

  @Test
  void thereIsNoHealthBelowTheTwoProbes() {
    assertThat(server.anybody().get("/actuator/health/a%2Fb").status()).isEqualTo(404);
    assertThat(server.anybody().get("/actuator/health/liveness").status()).isEqualTo(200);
  }
}
