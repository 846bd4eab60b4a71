package dev.portcullis.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A self-service action or a page of the portal: a document that owns permissions. Nothing of it is
 * executed or drawn here.
 *
 * @param document as it was sent, as a tree of JDK values without nulls; its {@code identifier}
 *     among it
 */
public record PortalObject(
    Kind kind, String identifier, Map<String, Object> document, Provenance provenance) {

  /** What there is of such documents. */
  public enum Kind {
    ACTION("action"),
    PAGE("page");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The name in permissions and in the audit trail. */
    public String wireName() {
      return wireName;
    }
  }

  public PortalObject {
    document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
  }

  /** Identifier of the blueprint that an action's trigger or a page names. */
  public Optional<String> blueprint() {
    return blueprintOf(kind, document);
  }

  /** Identifier of the blueprint that such a document names. */
  public static Optional<String> blueprintOf(Kind kind, Map<String, Object> document) {
    return switch (kind) {
      case ACTION -> text(trigger(document).get("blueprintIdentifier"));
      case PAGE -> text(document.get("blueprint"));
    };
  }

  /** {@code CREATE}, {@code DAY-2} or {@code DELETE}, for an action that people run. */
  public Optional<String> operation() {
    return text(trigger(document).get("operation"));
  }

  private static Map<?, ?> trigger(Map<String, Object> document) {
    return document.get("trigger") instanceof Map<?, ?> trigger ? trigger : Map.of();
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
