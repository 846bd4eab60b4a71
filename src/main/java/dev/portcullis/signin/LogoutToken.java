package dev.portcullis.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * A verified logout token: it names a person, one session of theirs at the provider, or both.
 *
 * @param tokenId its {@code jti}
 * @param forgetAt from when on it would be too old to be accepted
 */
record LogoutToken(
    Optional<String> subject, Optional<String> providerSession, String tokenId, Instant forgetAt) {

  @Override
  public String toString() {
    return "LogoutToken[…]";
  }
}
