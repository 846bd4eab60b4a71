package dev.portcullis.access;

import java.util.UUID;

/** A group as group rules see it. */
record KnownGroup(UUID connectionId, String name) {}
