package dev.portcullis.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Which values fit which definitions, in JSON. */
class ValueReviewTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static List<String> problems(String definition, String value) {
    List<String> problems = new ArrayList<>();
    ValueReview.of(
        "p",
        JSON.readValue(value, Object.class),
        JSON.readValue(definition, Map.class),
        (field, problem) -> problems.add(field + " " + problem));
    return problems;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"type\":\"string\"} | \"\"",
        "{\"type\":\"number\",\"enum\":[1,2.50]} | 2.5",
        "{\"type\":\"number\",\"minimum\":1,\"maximum\":1} | 1.0",
        "{\"type\":\"string\",\"minLength\":2,\"maxLength\":2} | \"😀é\"",
        "{\"type\":\"string\",\"pattern\":\"b+\"} | \"abba\"",
        "{\"type\":\"string\",\"format\":\"url\"} | \"https://acme.example/x?y#z\"",
        "{\"type\":\"string\",\"format\":\"email\"} | \"a@b\"",
        "{\"type\":\"string\",\"format\":\"date-time\"} | \"2030-01-31T12:00:00.5+02:00\"",
        "{\"type\":\"string\",\"format\":\"ipv4\"} | \"255.0.1.10\"",
        "{\"type\":\"string\",\"format\":\"ipv6\"} | \"2001:db8::1\"",
        "{\"type\":\"string\",\"format\":\"ipv6\"} | \"::\"",
        "{\"type\":\"string\",\"format\":\"ipv6\"} | \"::ffff:192.0.2.1\"",
        "{\"type\":\"string\",\"format\":\"user\"} | \"anybody\"",
        "{\"type\":\"string\",\"format\":\"yaml\"} | \"a: b\"",
        "{\"type\":\"array\"} | [1,\"a\",null]",
        "{\"type\":\"array\",\"uniqueItems\":true} | [1,2]",
        "{\"type\":\"object\",\"required\":[\"a\"]} | {\"a\":1}",
      })
  void thisFits(String definition, String value) {
    assertThat(problems(definition, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"type\":\"string\"} | 7",
        "{\"type\":\"number\"} | \"7\"",
        "{\"type\":\"boolean\"} | \"true\"",
        "{\"type\":\"array\"} | {}",
        "{\"type\":\"object\"} | []",
        "{\"type\":\"string\",\"enum\":[\"a\"]} | \"A\"",
        "{\"type\":\"number\",\"exclusiveMinimum\":1} | 1",
        "{\"type\":\"number\",\"exclusiveMaximum\":1} | 1.0",
        "{\"type\":\"string\",\"maxLength\":1} | \"ab\"",
        "{\"type\":\"string\",\"pattern\":\"^b+$\"} | \"abba\"",
        "{\"type\":\"string\",\"format\":\"url\"} | \"acme.example\"",
        "{\"type\":\"string\",\"format\":\"url\"} | \"https://a b\"",
        "{\"type\":\"string\",\"format\":\"email\"} | \"a@b@c\"",
        "{\"type\":\"string\",\"format\":\"timer\"} | \"2030-01-31\"",
        "{\"type\":\"string\",\"format\":\"ipv4\"} | \"256.0.0.1\"",
        "{\"type\":\"string\",\"format\":\"ipv4\"} | \"1.2.3\"",
        "{\"type\":\"string\",\"format\":\"ipv6\"} | \"1::2::3\"",
        "{\"type\":\"string\",\"format\":\"ipv6\"} | \"1:2:3:4:5:6:7\"",
        "{\"type\":\"string\",\"format\":\"ipv6\"} | \"12345::\"",
        "{\"type\":\"array\",\"items\":{\"type\":\"number\"}} | [1,\"a\"]",
        "{\"type\":\"array\",\"minItems\":1} | []",
        "{\"type\":\"array\",\"uniqueItems\":true} | [1,1.0]",
        "{\"type\":\"object\",\"required\":[\"a\"]} | {}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\"}}} | {\"a\":\"b\"}",
      })
  void thisDoesNot(String definition, String value) {
    assertThat(problems(definition, value)).hasSize(1).first().asString().startsWith("p");
  }

  @ParameterizedTest
  @CsvSource({"(a+)+$", "(a|aa)+$", "(.*a){20}$"})
  void noExpressionTakesLongerThanItsTextIsLong(String pattern) {
    String value = "a".repeat(ValuePattern.MAX_JUDGED - 1) + "b";
    long start = System.nanoTime();

    assertThat(ValuePattern.matches(pattern, value)).isFalse();
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    assertThat(ValuePattern.matches(".", "a".repeat(ValuePattern.MAX_JUDGED + 1))).isFalse();
  }
}
