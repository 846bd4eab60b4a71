package dev.portcullis.organization;

import java.time.Instant;

/** A key of the published set: its id, and from when on it signs until the next one does. */
public record PublishedKey(String keyId, Instant createdAt, Instant signsFrom) {}
