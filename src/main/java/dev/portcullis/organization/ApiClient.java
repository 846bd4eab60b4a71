package dev.portcullis.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A client id that may get access tokens of an organization: an app, or one user's credentials.
 *
 * @param operator whether it may also see and make organizations
 * @param credentialEpoch raised when the secret changes; tokens of an older epoch are refused, but
 *     for those of the former secret while that counts
 * @param tokenIssuedAt when its live access token was issued, if it has one
 * @param former the secret before the last rotation
 * @param userId whose credentials they are; empty for an app
 */
record ApiClient(
    UUID organizationId,
    String clientId,
    String name,
    String secretHash,
    boolean operator,
    boolean enabled,
    Scopes scopes,
    long credentialEpoch,
    Optional<Instant> tokenIssuedAt,
    Optional<FormerSecret> former,
    Optional<UUID> userId,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A secret that was replaced by another.
   *
   * @param until when it and its tokens cease to count
   * @param tokenIssuedAt when its live access token was issued, if it has one
   */
  record FormerSecret(String hash, Instant until, Optional<Instant> tokenIssuedAt) {}

  /** The former secret, while it counts. */
  Optional<FormerSecret> formerAt(Instant now) {
    return former.filter(secret -> now.isBefore(secret.until()));
  }

  /** Whether a token of that epoch counts. */
  boolean accepts(long epoch, Instant now) {
    return epoch == credentialEpoch || (epoch == credentialEpoch - 1 && formerAt(now).isPresent());
  }

  /** Whether it may do in its organization whatever an Admin may. */
  boolean isAdmin() {
    return enabled && scopes.areAll() && userId.isEmpty();
  }

  ApiClient withName(String other, Instant now) {
    return changed(other, enabled, scopes, now);
  }

  ApiClient withEnabled(boolean other, Instant now) {
    return changed(name, other, scopes, now);
  }

  ApiClient withScopes(Scopes other, Instant now) {
    return changed(name, enabled, other, now);
  }

  private ApiClient changed(String newName, boolean newEnabled, Scopes newScopes, Instant now) {
    return new ApiClient(
        organizationId,
        clientId,
        newName,
        secretHash,
        operator,
        newEnabled,
        newScopes,
        credentialEpoch,
        tokenIssuedAt,
        former,
        userId,
        createdAt,
        now);
  }

  /**
   * With another secret.
   *
   * @param overlap how long the present one still counts; nothing to end it now
   */
  ApiClient withSecret(String hash, Duration overlap, Instant now) {
    return new ApiClient(
        organizationId,
        clientId,
        name,
        hash,
        operator,
        enabled,
        scopes,
        credentialEpoch + 1,
        Optional.empty(),
        overlap.isZero()
            ? Optional.empty()
            : Optional.of(new FormerSecret(secretHash, now.plus(overlap), tokenIssuedAt)),
        userId,
        createdAt,
        now);
  }

  /** What may be shown of it. */
  App app() {
    return new App(
        clientId, name, enabled, scopes, former.map(FormerSecret::until), createdAt, updatedAt);
  }
}
