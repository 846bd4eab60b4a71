package dev.portcullis.signin;

import java.time.Instant;

/**
 * A session as an administrator sees it.
 *
 * @param seenAt its last request, to the minute
 */
public record SeenSession(OpenSession session, Instant seenAt) {}
