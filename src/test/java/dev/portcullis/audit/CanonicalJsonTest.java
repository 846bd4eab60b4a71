package dev.portcullis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What RFC 8785 §3.2.2.2 asks of texts, and the hash of a known form. */
class CanonicalJsonTest {

  @Test
  void textsAreEscapedNoMoreThanTheyMustBe() {
    CanonicalJson json = new CanonicalJson();
    json.text("a", "\u20ac$\u000f\nA'B\"\\\\\"/\u007f\ud83d\ude00");
    json.text("b", null);
    json.number("c", 12);
    json.list("d", List.of("{}"));
    assertThat(json.written())
        .isEqualTo(
            "{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\ud83d\ude00\",\"b\":null,"
                + "\"c\":12,\"d\":[{}]}");
  }

  @Test
  void theHashIsThatOfTheStandardsExample() {
    // FIPS 180-4, as everybody's sha256sum has it.
    assertThat(Sha256.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
