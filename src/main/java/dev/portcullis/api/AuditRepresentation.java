package dev.portcullis.api;

import dev.portcullis.audit.LoggedEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An event of the audit log in Port's keys, with ours behind them. */
final class AuditRepresentation {

  /** The key that stays whatever {@code includes} says, for without it nothing can be named. */
  private static final String IDENTIFIER = "identifier";

  /** The kind of the alert that there is nobody left who is an Admin. */
  private static final String LAST_ADMIN = "admins";

  private AuditRepresentation() {}

  /**
   * The members of an event.
   *
   * @param emails handles of people, by their ids
   * @param includes the keys that are wanted; all of them if empty
   */
  static Map<String, Object> of(
      UUID organizationId, LoggedEvent event, Map<String, String> emails, Set<String> includes) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(IDENTIFIER, event.id().toString());
    shown.put("action", event.action());
    shown.put("resourceType", AuditResources.shown(event.resourceType()));
    shown.put("status", event.succeeded() ? "SUCCESS" : "FAILURE");
    shown.put("trigger", trigger(organizationId, event, emails));
    shown.put("context", context(event));
    shown.put("diff", diff(event));
    shown.put("additionalData", additionalData(event));
    shown.put("message", event.message().orElseGet(() -> alert(event)));
    shown.put("traceId", event.traceId());
    event
        .seal()
        .ifPresent(seal -> {
          shown.put("sequence", seal.sequence());
          shown.put("hash", seal.hash());
        });
    if (!includes.isEmpty()) {
      shown.keySet().removeIf(key -> !key.equals(IDENTIFIER) && !includes.contains(key));
    }
    return shown;
  }

  /** What an event says that nobody asked for; an alert says what to do. */
  private static String alert(LoggedEvent event) {
    return event.resourceType().equals(LAST_ADMIN)
        ? "the organization has no Admin any more: what the identity provider said of those in"
            + " `diff.after.people` took the last one away; an app without scopes still has all"
            + " rights, and can make somebody an Admin"
        : "";
  }

  private static Map<String, Object> trigger(
      UUID organizationId, LoggedEvent event, Map<String, String> emails) {
    Map<String, Object> by = new LinkedHashMap<>();
    by.put("orgId", organizationId.toString());
    by.put("userId", event.actorId());
    Optional.ofNullable(emails.get(event.actorId()))
        .ifPresent(email -> by.put("user", Map.of("email", email)));
    by.put("kind", event.actorKind());
    Map<String, Object> trigger = new LinkedHashMap<>();
    trigger.put("by", by);
    trigger.put("origin", AuditOrigin.of(event.actorKind()));
    trigger.put("at", event.at().toString());
    return trigger;
  }

  private static Map<String, Object> context(LoggedEvent event) {
    Map<String, Object> context = new LinkedHashMap<>();
    event
        .blueprint()
        .ifPresent(blueprint -> {
          context.put("blueprint", blueprint);
          context.put("blueprintIdentifier", blueprint);
        });
    context.put(AuditResources.kind(event.resourceType()), event.resourceId());
    event
        .request()
        .ifPresent(request -> {
          Map<String, Object> told = new LinkedHashMap<>();
          told.put("kind", request.kind());
          told.put("method", request.method());
          told.put("target", request.target());
          told.put("status", request.status());
          context.put("request", told);
        });
    return context;
  }

  private static Map<String, Object> diff(LoggedEvent event) {
    Map<String, Object> diff = new LinkedHashMap<>();
    diff.put("before", event.before().map(AuditRepresentation::tree).orElse(null));
    diff.put("after", event.after().map(AuditRepresentation::tree).orElse(null));
    return diff;
  }

  private static Object tree(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static Map<String, Object> additionalData(LoggedEvent event) {
    Map<String, Object> more = new LinkedHashMap<>(event.more());
    if (event.parts() > 0) {
      more.put("parts", event.parts());
    }
    return more;
  }
}
