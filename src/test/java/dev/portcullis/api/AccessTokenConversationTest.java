package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AccessTokenConversationTest {

  private static final String OPERATOR =
      "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
          .formatted(PortcullisServer.OPERATOR_ID, PortcullisServer.OPERATOR_SECRET);

  private final PortcullisServer server;
  private final HttpCaller anybody;

  AccessTokenConversationTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.anybody = server.anybody();
  }

  private Reply asked(String body) {
    return anybody.post("/v1/auth/access_token", body);
  }

  @Test
  void aClientGetsOneLiveTokenThatTheKeySetVerifies() throws Exception {
    Reply first = asked(OPERATOR);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().propertyNames())
        .containsExactlyInAnyOrder("ok", "accessToken", "expiresIn", "tokenType");
    assertThat(first.at("/tokenType")).isEqualTo("Bearer");
    assertThat(first.json().at("/expiresIn").asLong()).isBetween(1L, 10_800L);
    assertThat(first.header("X-Trace-Id")).matches("[0-9a-f]{32}");
    assertThat(first.header("Cache-Control")).contains("no-store");
    assertThat(asked(OPERATOR).at("/accessToken")).isEqualTo(first.at("/accessToken"));

    JWKSet keys = JWKSet.parse(anybody.get("/.well-known/jwks.json").text());
    SignedJWT token = SignedJWT.parse(first.at("/accessToken"));
    assertThat(keys.getKeyByKeyId(token.getHeader().getKeyID()).isPrivate()).isFalse();
    assertThat(
            token.verify(
                new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
        .isTrue();
  }

  @Test
  void wrongCredentialsAreRefusedAlike() {
    Reply unknown = asked("{\"clientId\":\"nobody\",\"clientSecret\":\"x\"}");
    Reply wrong = asked("{\"clientId\":\"operator\",\"clientSecret\":\"x\"}");
    assertThat(List.of(unknown.status(), wrong.status())).containsOnly(401);
    assertThat(wrong.text()).isEqualTo(unknown.text());
    assertThat(wrong.at("/error")).isEqualTo("invalid_credentials");
  }

  @Test
  void theBodyHoldsTheTwoCredentialsAndNothingElse() {
    assertThat(asked("{\"clientId\":\"a\"}").at("/details/field")).isEqualTo("clientSecret");
    assertThat(asked("{\"clientId\":null,\"clientSecret\":\"b\"}").status()).isEqualTo(422);
    Reply more = asked("{\"clientId\":\"a\",\"clientSecret\":\"b\",\"scope\":\"c\"}");
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.at("/message")).contains("scope");
    assertThat(asked("{\"clientId\":\"a\\u0000\",\"clientSecret\":\"b\"}").status()).isEqualTo(422);
    assertThat(asked("{\"clientId\":").at("/error")).isEqualTo("invalid_json");
    assertThat(anybody.get("/v1/auth/access_token").status()).isEqualTo(405);
    assertThat(anybody.with("Content-Type", "text/plain").post("/v1/auth/access_token", OPERATOR))
        .extracting(Reply::status)
        .isEqualTo(415);
  }

  @Test
  void aBodyBeyondOneMebibyteIsRefused() {
    Reply large = asked("{\"clientId\":\"" + "x".repeat(1_100_000) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.at("/error")).isEqualTo("payload_too_large");
  }

  @Test
  void onlyALiveTokenOpensTheRest() {
    String good = asked(OPERATOR).at("/accessToken");
    HttpCaller raw = anybody.with("Authorization", good);
    assertThat(raw.get("/v1/connections").status()).isEqualTo(200);
    for (String bad :
        List.of(
            "",
            "x",
            "Bearer",
            "Bearer " + good + "x",
            "Bearer bnVsbA.e30.AAAA",
            "Bearer eyJhbGciOiJub25lIn0." + good.split("\\.", -1)[1] + ".",
            "Basic b3BlcmF0b3I6eA==")) {
      Reply refused = anybody.with("Authorization", bad).get("/v1/connections");
      assertThat(refused.status()).as(bad).isEqualTo(401);
      assertThat(refused.at("/error")).isEqualTo("unauthorized");
    }
    assertThat(anybody.get("/v1/connections").status()).isEqualTo(401);
  }

  @Test
  void anUnknownPathOrMethodIsAnsweredInPortsShape() {
    HttpCaller operator = server.operator();
    Reply absent = operator.get("/v1/nothing/here");
    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.at("/error")).isEqualTo("not_found");
    Reply method = operator.put("/v1/connections", "{}");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.at("/error")).isEqualTo("method_not_allowed");
    assertThat(method.header("Allow")).contains("GET", "POST");
    assertThat(operator.get("/v1/activity?kind=%C3%28").status()).isEqualTo(400);
    assertThat(operator.get("/v1/connections/a%00b").status()).isBetween(400, 404);
    assertThat(operator.get("/v1/activity?trace=a%00b").status()).isEqualTo(400);
    assertThat(operator.get("/v1/activity?trace=%ED%A0%80").status()).isLessThan(500);
  }
}
