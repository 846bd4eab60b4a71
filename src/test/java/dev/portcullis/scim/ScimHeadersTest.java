package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods and headers that Okta does not send and others do. */
@OnBothDatabases
class ScimHeadersTest {

  private final TestDatabase database;
  private final PortcullisServer server;
  private final TestConnection connection;
  private final HttpCaller scim;
  private final String user;

  ScimHeadersTest(TestDatabase database) {
    this.database = database;
    this.server = PortcullisServer.on(database);
    this.connection = ScimTenants.connection(database);
    this.scim = connection.scim();
    this.user = "/scim/v2/Users/" + new Okta(scim).pushed("ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/Users|204|GET, HEAD, POST, OPTIONS",
        "/Groups/x|204|GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
        "/Schemas|204|GET, HEAD, OPTIONS",
        "/Bulk|204|POST, OPTIONS",
        "/Users/.search|204|POST, OPTIONS",
        "/Me|501|",
        "/nonsense|404|"
      })
  void optionsSayWhichMethodsAnAddressTakes(String path, int status, String allowed) {
    Reply reply = scim.send("OPTIONS", "/scim/v2" + path, BodyPublishers.noBody());
    assertThat(reply.status()).isEqualTo(status);
    if (allowed != null) {
      assertThat(reply.header("Allow")).isEqualTo(allowed);
    }
  }

  @Test
  void headIsAGetWithoutItsBody() {
    Reply get = scim.get(user);
    Reply head = scim.send("HEAD", user, BodyPublishers.noBody());
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    for (String header : new String[] {"ETag", "Location", "Content-Type"}) {
      assertThat(head.header(header)).isNotEmpty().isEqualTo(get.header(header));
    }
    assertThat(scim.send("HEAD", "/scim/v2/Bulk", BodyPublishers.noBody()).status()).isEqualTo(405);
    assertThat(scim.send("HEAD", "/scim/v2/nonsense", BodyPublishers.noBody()).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "FOO", "PROPFIND"})
  void noAddressKnowsOtherMethods(String method) throws IOException {
    assertThat(raw(method + " /scim/v2/Users"))
        .startsWith("HTTP/1.1 405")
        .contains("Allow: ", "X-Trace-Id: ", "application/scim+json", "\"status\":\"405\"")
        .doesNotContain(connection.scimToken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "*/*", "application/json", "nonsense"})
  void whateverAClientAcceptsItIsAnsweredInJson(String accepted) {
    Reply reply = scim.with("Accept", accepted).get(user);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    Reply refused = scim.with("Accept", accepted).get("/scim/v2/Users/x");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.header("Content-Type")).isEqualTo("application/scim+json");
  }

  @Test
  void aBodyThatIsCompressedIsRefused() {
    Reply reply = scim.with("Content-Encoding", "gzip").put(user, Okta.recorded("user-create"));
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.header("Accept-Encoding")).isEqualTo("identity");
    assertThat(reply.at("/detail")).contains("Content-Encoding");
    String body = scim.get(user).text();
    assertThat(scim.with("Content-Encoding", "Identity").put(user, body).status()).isEqualTo(200);
    assertThat(scim.with("Content-Type", "application/SCIM+json; charset=utf-8").put(user, body))
        .extracting(Reply::status)
        .isEqualTo(200);
  }

  @Test
  void aRefusalQuotesNoMoreThanTheBeginningOfAValue() {
    HttpCaller interop = ScimTenants.connection(database, ",\"dialect\":\"interop\"").scim();
    Reply reply =
        interop.post(
            "/scim/v2/Groups",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"g",
             "members":[{"value":"%s","type":"User"}]}
            """
                .formatted("v".repeat(250)));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail")).contains("v".repeat(100) + "…").doesNotContain("v".repeat(101));
  }

  private String raw(String start) throws IOException {
    try (Socket socket = new Socket("localhost", server.base().getPort())) {
      socket.setSoTimeout(10_000);
      String head =
          start
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
              + connection.scimToken()
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
