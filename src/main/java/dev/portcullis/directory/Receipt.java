package dev.portcullis.directory;

import java.time.Instant;
import java.util.List;

/**
 * What was settled when a token first came.
 *
 * @param time the claim's time: the earlier of the token's time of issue and its first receipt
 * @param absenceIsEmpty whether the lack of a claim says that the person is in no group
 * @param doubts why it does not, where that was not known before
 */
record Receipt(Instant time, boolean absenceIsEmpty, List<String> doubts) {}
