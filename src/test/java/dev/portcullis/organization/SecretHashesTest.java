package dev.portcullis.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** How the secrets of API clients are kept. */
class SecretHashesTest {

  private final PasswordEncoder slow = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final SecretHashes hashes = new SecretHashes(slow);

  @Test
  void aRandomSecretIsKnownAgainByItsHashAlone() {
    String secret = Secrets.next();
    String hash = SecretHashes.ofRandom(secret);

    assertThat(hash).doesNotContain(secret);
    assertThat(hashes.matches(secret, hash)).isTrue();
    assertThat(hashes.matches(Secrets.next(), hash)).isFalse();
    assertThat(hashes.matches(hash, hash)).isFalse();
    assertThat(hashes.matches("", hash)).isFalse();
  }

  /** Somebody who has the database must not find what people choose. */
  @Test
  void aChosenSecretIsHashedSlowlyAndEachTimeOtherwise() {
    String hash = hashes.ofChosen("sixteen-letters!");

    assertThat(hash).isNotEqualTo(hashes.ofChosen("sixteen-letters!"));
    assertThat(hashes.matches("sixteen-letters!", hash)).isTrue();
    assertThat(hashes.matches("sixteen-letters?", hash)).isFalse();
    assertThat(slow.matches("sixteen-letters!", hash)).isTrue();
  }

  @Test
  void aRandomSecretThatWasHashedSlowlyBeforeIsStillKnown() {
    String secret = Secrets.next();

    assertThat(hashes.matches(secret, slow.encode(secret))).isTrue();
  }
}
