package dev.portcullis.organization;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The RSA keys of this deployment's access tokens: the one that signs, the ones before it whose
 * tokens are not over yet, and the next one, once it is published. They lie in the database and
 * each node keeps a copy, which it renews when it signs, when it meets a key id that it does not
 * know, and otherwise every {@link #REFRESH}.
 */
@Component
public class SigningKeys {

  /** After so long a node that only verifies learns that a key was withdrawn. */
  static final Duration REFRESH = Duration.ofSeconds(10);

  /** A node that signs has looked no longer ago whether there is another key. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** How often a second somebody's unknown key ids can make a node look, with as many at once. */
  private static final int LOOKS_PER_SECOND = 5;

  /** How long after its last token is over a key is still accepted, for clocks differ. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final SigningKeyRows rows;
  private final Clock clock;
  private final Bucket looks =
      Bucket.builder()
          .addLimit(limit ->
              limit
                  .capacity(LOOKS_PER_SECOND)
                  .refillGreedy(LOOKS_PER_SECOND, Duration.ofSeconds(1)))
          .build();
  private volatile Copy copy;

  /**
   * What was read of the table.
   *
   * @param keys the newest generation first; at least one
   */
  private record Copy(List<SigningKey> keys, Instant readAt) {

    Optional<RSAKey> named(String keyId) {
      return keys.stream()
          .map(SigningKey::key)
          .filter(key -> key.getKeyID().equals(keyId))
          .findFirst();
    }

    /** The key that signs what is issued then, or the first that ever does. */
    RSAKey signingAt(Instant issuedAt) {
      return keys.stream()
          .filter(key -> !key.signsFrom().isAfter(issuedAt))
          .findFirst()
          .orElseGet(keys::getLast)
          .key();
    }
  }

  SigningKeys(SigningKeyRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
    if (rows.all().isEmpty()) {
      makeFirst();
    }
    this.copy = read();
  }

  private void makeFirst() {
    Instant now = clock.instant();
    try {
      rows.add(1, now, now);
    } catch (DuplicateKeyException anotherNodeWasFaster) {
      // Then there is one, which is all that is wanted.
    }
  }

  /**
   * The key pair that signs what was issued at that moment. A client's live token is signed again
   * and again, and stays the same when another key has come since.
   */
  RSAKey signing(Instant issuedAt) {
    return notOlderThan(FRESH).signingAt(issuedAt);
  }

  /** The key of that id, if its tokens are accepted. */
  Optional<RSAKey> accepted(String keyId) {
    Optional<RSAKey> known = notOlderThan(REFRESH).named(keyId);
    return known.isEmpty() && looks.tryConsume(1) ? renewed().named(keyId) : known;
  }

  /** On the node that was asked for another key it is published at once, on others in a second. */
  @TransactionalEventListener
  void follow(SigningKeyRotated rotated) {
    copy = new Copy(copy.keys(), Instant.EPOCH);
  }

  /** The public halves of all keys whose tokens are or will be accepted (RFC 7517). */
  public JWKSet publicKeys() {
    return new JWKSet(
        notOlderThan(FRESH).keys().stream()
            .map(SigningKey::key)
            .<JWK>map(RSAKey::toPublicJWK)
            .toList());
  }

  /** The keys that count at that moment, of all that there are, the newest generation first. */
  static List<SigningKey> counting(List<SigningKey> all, Instant now) {
    return IntStream.range(0, all.size())
        .filter(i -> i == 0 || now.isBefore(overAt(all.get(i - 1))))
        .mapToObj(all::get)
        .toList();
  }

  /** When everything is over that was signed before this key did. */
  private static Instant overAt(SigningKey next) {
    return next.signsFrom().plus(AccessTokens.LIFETIME).plus(MARGIN);
  }

  private Copy notOlderThan(Duration age) {
    Copy present = copy;
    return clock.instant().isBefore(present.readAt().plus(age)) ? present : renewed();
  }

  private Copy renewed() {
    Copy read = read();
    copy = read;
    return read;
  }

  private Copy read() {
    Instant now = clock.instant();
    return new Copy(counting(rows.all(), now), now);
  }
}
