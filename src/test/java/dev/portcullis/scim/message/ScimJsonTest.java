package dev.portcullis.scim.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.scim.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScimJsonTest {

  private static String refused(String body) {
    return assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> Json.read(body))
        .actual()
        .scimType()
        .orElse("none");
  }

  @Test
  void oneObjectIsRead() {
    assertThat(Json.read(" {\"a\":[1,{\"b\":null}]} ").path("a").size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "\"a\"",
        "5",
        "{} {}",
        "{}x",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{\"a\":null,\"A\":1}",
        "{\"a\":[{\"op\":\"add\",\"OP\":\"remove\"}]}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":1,}",
        "<user/>"
      })
  void anythingElseIsNoMessage(String body) {
    assertThat(refused(body)).isEqualTo("invalidSyntax");
  }

  @Test
  void depthAndLengthsAreBounded() {
    assertThat(refused("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"))
        .isEqualTo("invalidSyntax");
    assertThat(refused("{\"a\":" + "1".repeat(101) + "}")).isEqualTo("invalidSyntax");
    assertThat(refused("{\"" + "a".repeat(2_000) + "\":1}")).isEqualTo("invalidSyntax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userName\":\"a\\u0000\"}",
        "{\"userName\":\"a\\ud800\"}",
        "{\"userName\":[{\"value\":\"\\udc00\"}]}",
        "{\"\\u0000\":1}"
      })
  void whatNoDatabaseHoldsIsRefused(String body) {
    assertThat(refused(body)).isEqualTo("invalidValue");
  }
}
