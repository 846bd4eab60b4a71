package dev.portcullis.audit;

import dev.portcullis.organization.ApplicationChanged;
import dev.portcullis.organization.PortalApplication;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes changes of applications into the trail, for their own room may not. */
@Component
class ApplicationEntries {

  private static final String TYPE = "application";

  private final AuditTrail trail;

  ApplicationEntries(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void follow(ApplicationChanged changed) {
    trail.record(changed.caller(), entry(changed));
  }

  private static AuditEntry entry(ApplicationChanged changed) {
    String clientId =
        changed.after().or(changed::before).map(PortalApplication::clientId).orElseThrow();
    Optional<Map<String, Object>> before = changed.before().map(ApplicationEntries::told);
    Optional<Map<String, Object>> after = changed.after().map(ApplicationEntries::told);
    if (before.isEmpty()) {
      return AuditEntry.created(TYPE, clientId, after.orElseThrow());
    }
    return after.isEmpty()
        ? AuditEntry.deleted(TYPE, clientId, before.get())
        : AuditEntry.updated(TYPE, clientId, before.get(), after.get());
  }

  private static Map<String, Object> told(PortalApplication application) {
    return application.settings().told();
  }
}
