package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the AuthZEN Authorization API 1.0 demands of every request, whatever the decision. */
class EvaluationRequestsTest {

  private static final String EVALUATION = "/access/v1/evaluation";
  private static final String QUESTION =
      """
      {"subject":{"type":"user","id":"nobody"},"action":{"name":"read"},
       "resource":{"type":"Env","id":"e1"}}
      """;

  private final PortcullisServer server = PortcullisServer.on(TestDatabase.H2);
  private final HttpCaller admin = server.operator();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{",
        "[]",
        "null",
        "{}",
        "{\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"Env\",\"id\":\"e1\"}}",
        "{\"subject\":null,\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"Env\",\"id\":\"e\"}}",
        "{\"subject\":\"me\",\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"Env\",\"id\":\"e\"}}",
        "{\"subject\":{\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"Env\",\"id\":\"e\"}}",
        "{\"subject\":{\"type\":\"user\",\"id\":7},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"E\",\"id\":\"e\"}}",
        "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{},\"resource\":{\"type\":\"Env\",\"id\":\"e\"}}",
        "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"Env\"}}",
        "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"E\",\"id\":\" \"}}",
        "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"E\",\"id\":\"e\",\"properties\":[]}}",
        "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"E\",\"id\":\"e\",\"properties\":{\"team\":7}}}",
        "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"E\",\"id\":\"e\"},\"context\":7}",
        "{\"subject\":{\"type\":\"user\",\"id\":\"a\\u0000\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"E\",\"id\":\"e\"}}"
      })
  void whatCannotBeReadIsA400(String body) {
    Reply reply = admin.post(EVALUATION, body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.at("/message")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "nonsense"})
  void anotherMediaTypeIsA400(String mediaType) {
    assertThat(admin.with("Content-Type", mediaType).post(EVALUATION, QUESTION).status())
        .isEqualTo(400);
  }

  @Test
  void unknownFieldsAreIgnoredAndADenialIsA200() {
    Reply reply =
        admin
            .with("Content-Type", "application/json; charset=utf-8")
            .post(
                EVALUATION, QUESTION.replace("\"subject\":{", "\"more\":1,\"subject\":{\"x\":[],"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"decision\":false}");
  }

  @Test
  void theRequestIdComesBackOnErrorsToo() {
    HttpCaller marked = admin.with("X-Request-ID", "Question-7");

    assertThat(marked.post(EVALUATION, QUESTION).header("X-Request-ID")).isEqualTo("Question-7");
    assertThat(marked.post(EVALUATION, "{").header("X-Request-ID")).isEqualTo("Question-7");
    Reply refused = server.anybody().with("X-Request-ID", "Question-8").post(EVALUATION, QUESTION);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("X-Request-ID")).isEqualTo("Question-8");
  }
}
