package dev.portcullis.signin;

import java.time.Instant;

/**
 * A verified token with which the provider itself asks for a revocation.
 *
 * @param tokenId its {@code jti}
 * @param forgetAt from when on it would have expired
 */
record RevocationToken(String tokenId, Instant forgetAt) {}
