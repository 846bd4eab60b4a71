package dev.portcullis.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldTest {

  @ParameterizedTest
  @CsvSource({
    "Ada, aDA",
    "straße, STRASSE",
    "Zoë, ZOE\u0308",
    "\uFB01n, FIN",
    "ΣΊΣΥΦΟΣ, Σίσυφος",
    "\u212Aelvin, kelvin",
    "\uFF21, a"
  })
  void whatDiffersInCaseOrFormAloneIsTheSame(String one, String other) {
    assertThat(CaseFold.of(one)).isEqualTo(CaseFold.of(other));
  }

  @ParameterizedTest
  @CsvSource({"ada, adb", "a, á", "o, 0", "'a ', a"})
  void whatDiffersOtherwiseIsNot(String one, String other) {
    assertThat(CaseFold.of(one)).isNotEqualTo(CaseFold.of(other));
  }

  @Property
  void theShortWayOfAsciiLeadsWhereTheLongOneDoes(
      @ForAll @CharRange(from = '\u0000', to = '\u007F') String text) {
    String unified = Normalizer.normalize(text, Normalizer.Form.NFKC);
    assertThat(CaseFold.of(text))
        .isEqualTo(unified.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }

  @Property
  void aKeyIsItsOwnKey(@ForAll String text) {
    String key = CaseFold.of(text);
    assertThat(CaseFold.of(key)).isEqualTo(key);
  }
}
