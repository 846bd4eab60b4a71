package dev.portcullis.audit;

import java.time.Duration;
import java.util.Optional;

/**
 * How long records are kept; empty is for ever. Entries of the trail are never cleared.
 *
 * @param requests of SCIM requests, sign-ins and logouts in the activity log
 * @param signIns of what sign-ins brought
 */
public record RecordLifetimes(Optional<Duration> requests, Optional<Duration> signIns) {}
