package dev.portcullis.audit;

import dev.portcullis.organization.App;
import dev.portcullis.organization.AppChanged;
import dev.portcullis.organization.SigningKeyRotated;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes changes of apps and signing keys into the trail, for their own room may not. */
@Component
class AppEntries {

  private static final String TYPE = "app";

  private final AuditTrail trail;

  AppEntries(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void follow(AppChanged changed) {
    trail.record(changed.caller(), entry(changed));
  }

  @EventListener
  void follow(SigningKeyRotated rotated) {
    trail.record(
        rotated.caller(),
        AuditEntry.created(
            "signing-key",
            rotated.next().keyId(),
            Map.of(
                "signsFrom", rotated.next().signsFrom().toString(),
                "withdrawsOthers", rotated.withdrawn())));
  }

  private static AuditEntry entry(AppChanged changed) {
    String id = changed.after().or(changed::before).map(App::id).orElseThrow();
    Optional<Map<String, Object>> before = changed.before().map(App::told);
    Optional<Map<String, Object>> after = changed.after().map(App::told);
    if (before.isEmpty()) {
      return AuditEntry.created(TYPE, id, after.orElseThrow());
    }
    return after.isEmpty()
        ? AuditEntry.deleted(TYPE, id, before.get())
        : AuditEntry.updated(TYPE, id, before.get(), after.get());
  }
}
