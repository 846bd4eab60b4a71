package dev.portcullis.access;

import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.directory.Memberships;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes snapshots, each of which reads through the doorways of others and forgets it again. */
@Component
class AccessSnapshots {

  final Memberships memberships;
  final AccessSubjects subjects;
  final GroupRuleRows rules;
  final Catalog catalog;
  final PortalObjects objects;
  final PermissionDocuments documents;
  private final Clock clock;

  AccessSnapshots(
      Memberships memberships,
      AccessSubjects subjects,
      GroupRuleRows rules,
      Catalog catalog,
      PortalObjects objects,
      PermissionDocuments documents,
      Clock clock) {
    this.memberships = memberships;
    this.subjects = subjects;
    this.rules = rules;
    this.catalog = catalog;
    this.objects = objects;
    this.documents = documents;
    this.clock = clock;
  }

  /** To be called within the repeatable-read transaction that all of the answer is read in. */
  AccessSnapshot of(UUID organizationId) {
    return new AccessSnapshot(this, organizationId, clock.instant());
  }
}
