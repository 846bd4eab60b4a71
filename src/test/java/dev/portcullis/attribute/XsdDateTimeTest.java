package dev.portcullis.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XsdDateTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00+01:30, 2026-01-31T10:30:00Z",
    "2026-01-31T12:00:00-00:00, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00.5, 2026-01-31T12:00:00.500Z",
    "2026-01-31T12:00:00.12345678901234567890Z, 2026-01-31T12:00:00.123456789Z",
    "2026-02-28T24:00:00Z, 2026-03-01T00:00:00Z",
    "2024-02-29T24:00:00.000Z, 2024-03-01T00:00:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z"
  })
  void aMomentIsTheSameHoweverItIsWritten(String text, Instant moment) {
    assertThat(XsdDateTime.parse(text)).hasValue(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T12:00Z",
        "2026-01-31 12:00:00Z",
        "2026-01-31t12:00:00z",
        "2026-02-29T12:00:00Z",
        "2026-01-31T24:00:01Z",
        "2026-01-31T24:00:00.1Z",
        "2026-01-31T23:59:60Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00+1:00",
        "2026-01-31T12:00:00+24:00",
        "26-01-31T12:00:00Z",
        "0000-12-31T12:00:00Z",
        "-0001-01-01T00:00:00Z",
        "10000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "9999-12-31T24:00:00Z"
      })
  void anythingElseIsNone(String text) {
    assertThat(XsdDateTime.parse(text)).isEmpty();
  }
}
