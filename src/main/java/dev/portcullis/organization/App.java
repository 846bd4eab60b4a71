package dev.portcullis.organization;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An API client as its administrators see it; without its secret, which nobody knows any more.
 *
 * @param id its client id
 * @param enabled whether it gets tokens and its tokens count
 * @param formerSecretUntil when the secret before the last rotation ceases, or ceased, to count
 */
public record App(
    String id,
    String name,
    boolean enabled,
    Scopes scopes,
    Optional<Instant> formerSecretUntil,
    Instant createdAt,
    Instant updatedAt) {

  /** The app as the audit trail keeps it. */
  public Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", name);
    told.put("enabled", enabled);
    scopes.named().ifPresent(_ -> told.put("scopes", scopes.listed()));
    formerSecretUntil.ifPresent(until -> told.put("formerSecretUntil", until.toString()));
    told.put("updatedAt", updatedAt.toString());
    return told;
  }
}
