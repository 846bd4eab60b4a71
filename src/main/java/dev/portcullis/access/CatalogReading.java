package dev.portcullis.access;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/**
 * The doorway to entities for whoever may read only some of them (Port rule 13): what a caller may
 * not read is not there, in lists, in searches, in counts, and on the way along relations. Each
 * call is answered on one consistent read.
 */
@Component
public class CatalogReading {

  private final AccessSnapshots snapshots;

  CatalogReading(AccessSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** The entity of that identifier; case counts. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public EntityFinding one(
      Caller caller, String blueprint, String identifier, EntityDetail detail) {
    EntitySearch search = search(caller);
    return search
        .blueprint(blueprint)
        .<EntityFinding>map(kind ->
            search.found(
                search.readable(kind, search.named(kind, List.of(identifier))),
                Optional.empty(),
                detail))
        .orElseGet(EntityFinding.BlueprintNotFound::new);
  }

  /** All entities of a blueprint, by identifier. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public EntityFinding all(Caller caller, String blueprint, EntityDetail detail) {
    EntitySearch search = search(caller);
    return search
        .blueprint(blueprint)
        .map(kind -> search.all(List.of(kind), EntityQuery.everything(detail)))
        .orElseGet(EntityFinding.BlueprintNotFound::new);
  }

  /** How many entities of a blueprint there are; empty if there is no such blueprint. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<Long> count(Caller caller, String blueprint) {
    EntitySearch search = search(caller);
    return search.blueprint(blueprint).map(search::count);
  }

  /** Everything that matches, of all blueprints. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public EntityFinding search(Caller caller, EntityQuery query) {
    return search(caller).all(query);
  }

  /**
   * What matches of one blueprint, part by part. Whatever is there all the while is found once.
   *
   * @param after where the part before ended, as it was told
   * @param limit the most entities of this part; fewer may come although there are more
   */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public EntityFinding part(
      Caller caller, String blueprint, EntityQuery query, Optional<String> after, int limit) {
    EntitySearch search = search(caller);
    return search
        .blueprint(blueprint)
        .map(kind -> search.part(kind, query, after, limit))
        .orElseGet(EntityFinding.BlueprintNotFound::new);
  }

  private EntitySearch search(Caller caller) {
    AccessSnapshot snapshot = snapshots.of(caller.organizationId());
    return new EntitySearch(snapshots.catalog, snapshot, caller);
  }
}
