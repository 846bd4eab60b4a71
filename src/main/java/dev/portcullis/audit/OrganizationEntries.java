package dev.portcullis.audit;

import dev.portcullis.organization.OrganizationProfile;
import dev.portcullis.organization.OrganizationProfileChanged;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps changes of an organization's profile in its audit trail. */
@Component
class OrganizationEntries {

  private final AuditTrail trail;

  OrganizationEntries(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void follow(OrganizationProfileChanged changed) {
    trail.record(
        changed.caller(),
        AuditEntry.updated(
            "organization",
            changed.after().id().toString(),
            told(changed.before()),
            told(changed.after())));
  }

  private static Map<String, Object> told(OrganizationProfile profile) {
    Map<String, Object> told = new LinkedHashMap<>(profile.values());
    told.put("name", profile.name());
    return told;
  }
}
