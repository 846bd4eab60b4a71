package dev.portcullis.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * A team with what is told of it.
 *
 * @param connection the name of the connection that it comes from; empty for one made by hand
 * @param updatedAt when its name, its description or what SCIM or an Admin says of its members last
 *     became otherwise
 */
public record TeamAccount(
    Team team,
    Optional<String> connection,
    Optional<String> description,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether Admins say who belongs, and not an identity provider. */
  public boolean madeByHand() {
    return team.connectionId().isEmpty();
  }
}
