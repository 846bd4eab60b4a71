package dev.portcullis.api;

import dev.portcullis.organization.App;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An app in a reply. */
final class AppRepresentation {

  /** Stands for a secret that nobody knows any more: it is kept only as a hash. */
  private static final String NOT_SHOWN = "********";

  private AppRepresentation() {}

  /**
   * An app without its secret.
   *
   * @param fields the fields wanted; all if none
   */
  static Map<String, Object> of(App app, Set<String> fields) {
    Map<String, Object> shown = of(app, NOT_SHOWN);
    if (!fields.isEmpty()) {
      shown.keySet().retainAll(fields);
    }
    return shown;
  }

  /** An app with the secret that it was given just now. */
  static Map<String, Object> of(App app, String secret) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", app.id());
    shown.put("name", app.name());
    shown.put("enabled", app.enabled());
    shown.put("secret", secret);
    app.scopes().named().ifPresent(_ -> shown.put("permissions", app.scopes().listed()));
    app.formerSecretUntil().ifPresent(until -> shown.put("formerSecretUntil", until));
    shown.put("createdAt", app.createdAt());
    shown.put("updatedAt", app.updatedAt());
    return shown;
  }
}
