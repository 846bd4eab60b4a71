package dev.portcullis.organization;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A client id that may get access tokens of an organization, with role Admin there.
 *
 * @param operator whether it may also see and make organizations
 * @param credentialEpoch raised when the secret changes; tokens of an older epoch are refused
 * @param tokenIssuedAt when its live access token was issued, if it has one
 */
record ApiClient(
    UUID organizationId,
    String clientId,
    String secretHash,
    boolean operator,
    long credentialEpoch,
    Optional<Instant> tokenIssuedAt) {}
