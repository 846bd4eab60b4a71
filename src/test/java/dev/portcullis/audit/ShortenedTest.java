package dev.portcullis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

  @Test
  void aTextThatFitsStaysAsItIs() {
    assertThat(Shortened.to(3, "")).isEmpty();
    assertThat(Shortened.to(3, "abc")).isEqualTo("abc");
  }

  @Test
  void aLongerOneIsCutWithoutHalvingACharacter() {
    assertThat(Shortened.to(3, "abcd")).isEqualTo("abc");
    assertThat(Shortened.to(3, "ab🚪")).isEqualTo("ab");
    assertThat(Shortened.to(4, "ab🚪c")).isEqualTo("ab🚪");
  }
}
