package dev.portcullis.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MasterKeyTest {

  private static final String PASSPHRASE = "a passphrase of more than 32 characters";

  private final MasterKey key = new MasterKey(PASSPHRASE);

  @Test
  void whatItSealsItOpensAgainAlsoAfterARestart() {
    String sealed = key.seal("client secret 1", "s3cret");
    assertThat(sealed).doesNotContain("s3cret");
    assertThat(new MasterKey(PASSPHRASE).open("client secret 1", sealed)).isEqualTo("s3cret");
  }

  @Test
  void oneSecretIsNeverSealedAlikeTwice() {
    assertThat(key.seal("p", "same")).isNotEqualTo(key.seal("p", "same"));
  }

  @Test
  void aSealedSecretCannotBeMovedToAnotherPurpose() {
    String sealed = key.seal("client secret 1", "s3cret");
    assertThatThrownBy(() -> key.open("client secret 2", sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void anotherKeyOpensNothingAndSaysWhatToCheck() {
    String sealed = key.seal("p", "s3cret");
    assertThatThrownBy(
            () -> new MasterKey("another passphrase of 32 characters!").open("p", sealed))
        .hasMessageContaining("PORTCULLIS_MASTER_KEY");
  }

  @Test
  void aShortPassphraseIsRefused() {
    assertThatThrownBy(() -> new MasterKey("too short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 characters");
  }
}
