package dev.portcullis.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import dev.portcullis.scim.Json;
import dev.portcullis.scim.message.ScimFault;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values by their types, RFC 7643 §2.3. */
class SimpleValueTest {

  private static Object read(Type type, String json) {
    return SimpleValue.read(type, "x", Json.read("{\"x\":" + json + "}").get("x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "STRING|\"\"",
        "STRING|\"a\"",
        "BOOLEAN|false",
        "INTEGER|0",
        "INTEGER|-9223372036854775808",
        "INTEGER|9223372036854775807",
        "DECIMAL|1",
        "DECIMAL|99999999999999999999.99999999999999999999",
        "DECIMAL|-1E-20",
        "DATETIME|\"2008-01-23T04:56:22Z\"",
        "DATETIME|\"2008-01-23T04:56:22.123456789-05:00\"",
        "DATETIME|\"2008-01-23T04:56:22\"",
        "BINARY|\"\"",
        "BINARY|\"AQID\"",
        "BINARY|\"AQ ID\\nAQ==\"",
        "REFERENCE|\"https://example.com/a?b=%20\"",
        "REFERENCE|\"../Users/2819\"",
        "REFERENCE|\"urn:example:a\""
      })
  void fits(Type type, String json) {
    assertThat(read(type, json)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "STRING|1",
        "STRING|true",
        "STRING|{}",
        "BOOLEAN|\"true\"",
        "BOOLEAN|0",
        "INTEGER|1.0",
        "INTEGER|1E3",
        "INTEGER|\"1\"",
        "INTEGER|9223372036854775808",
        "DECIMAL|\"1\"",
        "DECIMAL|100000000000000000000",
        "DECIMAL|1E20",
        "DECIMAL|1E2000000000",
        "DECIMAL|1E-21",
        "DATETIME|1201064182",
        "DATETIME|\"2008-01-23\"",
        "DATETIME|\"2008-01-23T04:56Z\"",
        "DATETIME|\"2008-02-30T04:56:22Z\"",
        "DATETIME|\"2008-01-23T25:56:22Z\"",
        "DATETIME|\"0000-01-23T04:56:22Z\"",
        "DATETIME|\"yesterday\"",
        "BINARY|\"%\"",
        "BINARY|\"A\"",
        "REFERENCE|\"a b\"",
        "REFERENCE|\"http://[\""
      })
  void doesNotFit(Type type, String json) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> read(type, json))
        .satisfies(fault -> {
          assertThat(fault.status()).isEqualTo(400);
          assertThat(fault.detail()).startsWith("`x` must be ");
        });
  }

  @Test
  void equalNumbersAreOneValue() {
    assertThat(read(Type.DECIMAL, "1.50")).isEqualTo(new BigDecimal("1.5"));
    assertThat(read(Type.DECIMAL, "1E2")).isEqualTo(read(Type.DECIMAL, "100.0")).isEqualTo(100);
    assertThat(read(Type.DECIMAL, "3000000000.0")).isEqualTo(3_000_000_000L);
  }
}
