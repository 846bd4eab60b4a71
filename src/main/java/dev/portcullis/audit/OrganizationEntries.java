package dev.portcullis.audit;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.Organization;
import dev.portcullis.organization.OrganizationChanged;
import dev.portcullis.organization.OrganizationProfile;
import dev.portcullis.organization.OrganizationProfileChanged;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes changes of organizations into the trail of whoever made them, for their own room may not.
 * A new organization's own trail begins with its making; a deleted one's goes with it.
 */
@Component
class OrganizationEntries {

  private static final String TYPE = "organization";

  private final AuditTrail trail;

  OrganizationEntries(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void follow(OrganizationChanged changed) {
    changed
        .before()
        .ifPresent(gone ->
            trail.record(
                changed.caller(), AuditEntry.deleted(TYPE, gone.id().toString(), told(gone))));
    changed
        .after()
        .ifPresent(made -> {
          Caller caller = changed.caller();
          AuditEntry entry = AuditEntry.created(TYPE, made.id().toString(), told(made));
          trail.record(new Caller(made.id(), caller.actor(), caller.traceId()), entry);
          if (!caller.organizationId().equals(made.id())) {
            trail.record(caller, entry);
          }
        });
  }

  private static Map<String, Object> told(Organization organization) {
    return Map.of("name", organization.name(), "region", organization.region().wireName());
  }

  /** What its own Admins say of it. */
  @EventListener
  void follow(OrganizationProfileChanged changed) {
    trail.record(
        changed.caller(),
        AuditEntry.updated(
            TYPE, changed.after().id().toString(), told(changed.before()), told(changed.after())));
  }

  private static Map<String, Object> told(OrganizationProfile profile) {
    Map<String, Object> told = new LinkedHashMap<>(profile.values());
    told.put("name", profile.name());
    return told;
  }
}
