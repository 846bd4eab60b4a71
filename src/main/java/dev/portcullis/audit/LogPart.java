package dev.portcullis.audit;

/**
 * A thousand elements, or what is left, of a list that is too long for its entry.
 *
 * @param list {@code before.} or {@code after.} and the list's key
 * @param content a JSON array
 */
public record LogPart(String list, String content) {}
