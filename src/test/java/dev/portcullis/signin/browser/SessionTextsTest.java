package dev.portcullis.signin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionService;

class SessionTextsTest {

  private final ConversionService texts = new SessionTexts().springSessionConversionService();

  @Test
  void aTextComesBackAsItWas() {
    byte[] kept = texts.convert("Größe ✓", byte[].class);
    assertThat(texts.convert(kept, Object.class)).isEqualTo("Größe ✓");
  }

  @Test
  void nothingElseIsKept() {
    assertThatThrownBy(() -> texts.convert(Instant.EPOCH, byte[].class))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatLiesThereNeverBecomesAnObject() {
    byte[] serialized = {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'};
    assertThat(texts.convert(serialized, Object.class)).isInstanceOf(String.class);
  }
}
