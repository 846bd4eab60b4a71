package dev.portcullis.permission;

/**
 * Where a rule was written. The engine hands it back with its reasons and draws nothing from it.
 *
 * @param document what holds the rule, in words, such as {@code blueprint repository}
 * @param version the document's version; 0 where it is computed and not stored
 * @param key the place within it, such as {@code entities.update.teams}
 */
public record RuleSource(String document, long version, String key) {

  public RuleSource {
    Required.text(document, "a source's document");
    Required.text(key, "a source's key");
    if (version < 0) {
      throw new IllegalArgumentException("a source's version must not be negative");
    }
  }
}
