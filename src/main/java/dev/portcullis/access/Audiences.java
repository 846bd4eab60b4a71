package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/**
 * Knows whom a caller may be told of: Admins of everybody, all others of whoever they may read in
 * the catalog, and of themselves. What a change does to anybody else would tell them what that
 * person is like, since a policy can ask for every property.
 */
@Component
class Audiences {

  private final AccessSnapshots snapshots;

  Audiences(AccessSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Whether it is everybody. */
  @OneTransaction(readOnly = true)
  public boolean isEverybody(Caller caller) {
    return EntityRights.of(snapshots.of(caller.organizationId()), caller).areAdmins();
  }

  /** Whom it is, as the documents in force say. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Audience of(Caller caller) {
    return isEverybody(caller) ? Audience.EVERYBODY : Audience.of(readable(caller));
  }

  private Set<String> readable(Caller caller) {
    AccessSnapshot snapshot = snapshots.of(caller.organizationId());
    EntitySearch search = new EntitySearch(snapshots.catalog, snapshot, caller);
    Blueprint kind = snapshot.blueprint(SystemBlueprints.USER).orElseThrow();
    Set<String> identifiers = new HashSet<>();
    EntityRights.of(snapshot, caller)
        .person()
        .ifPresent(self -> identifiers.add(UserEntities.identifier(self.user(), self.handle())));
    new CatalogScan(snapshots.catalog, snapshot.organizationId(), EntitySearch.MAX_SCANNED)
        .of(
            kind,
            CatalogScan.START,
            some -> {
              search.readable(kind, some).forEach(entity -> identifiers.add(entity.identifier()));
              snapshot.forgetEntities();
              return Optional.empty();
            });
    return identifiers;
  }
}
