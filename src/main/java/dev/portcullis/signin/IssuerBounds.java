package dev.portcullis.signin;

import java.time.Duration;

/**
 * What this deployment allows of OpenID providers, which are strangers: each answer is bounded in
 * time and size, and so is what is kept of it.
 *
 * @param insecureIssuers whether providers may be plain http and on loopback or private addresses;
 *     for development
 */
public record IssuerBounds(boolean insecureIssuers) {

  /** How long a connection may take to be made, and then any one silence of the provider. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** How long one exchange may take in all, however busily the provider drips. */
  static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(6);

  /** The largest discovery document or key set, in bytes. */
  static final int MAX_BODY_BYTES = 512 * 1024;

  /** How many exchanges may be under way at once. */
  static final int MAX_EXCHANGES = 32;

  /** How long keys are used without asking again; {@code max-age} may shorten it. */
  static final Duration KEYS_LIFETIME = Duration.ofMinutes(15);

  /** The shortest lifetime that a {@code max-age} can bring about. */
  static final Duration MIN_KEYS_LIFETIME = Duration.ofSeconds(30);

  /** How often, at most, an unknown key id makes us ask for a connection's keys again. */
  static final Duration REFETCH_PAUSE = Duration.ofSeconds(30);

  /** How long a failure to get keys is taken for granted before the next try. */
  static final Duration FAILURE_PAUSE = Duration.ofSeconds(5);

  /** For how many connections keys are kept; the least recently used go first. */
  static final int MAX_CACHED_CONNECTIONS = 1_000;

  /** The most keys of one provider that are looked at. */
  static final int MAX_KEYS = 50;

  /** How far the provider's clock may differ from ours. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** The longest ID token, in characters. */
  static final int MAX_TOKEN_LENGTH = 64 * 1024;
}
