package dev.portcullis.access;

import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The doorway to changes of entities as far as they may change who may do what. Entities of people
 * and of teams are the people and teams themselves, and are previewed and guarded as these are. All
 * others are not: to look at everybody's rights for each entity that an integration stores would
 * take seconds each time.
 */
@Component
public class GuardedEntities {

  private final EntityWriting writing;
  private final EntityDeletion deletion;
  private final GuardedChanges changes;

  GuardedEntities(EntityWriting writing, EntityDeletion deletion, GuardedChanges changes) {
    this.writing = writing;
    this.deletion = deletion;
    this.changes = changes;
  }

  /** As {@link EntityWriting#write}. */
  public ChangeOutcome<EntityWriteOutcome> write(
      Caller caller, ChangeTerms terms, EntityWrite write) {
    return of(caller, terms, write.blueprint(), () -> writing.write(caller, write));
  }

  /** As {@link EntityWriting#writeAll}. */
  public ChangeOutcome<Optional<List<EntityWriteOutcome>>> writeAll(
      Caller caller, ChangeTerms terms, String blueprint, List<EntityWrite> writes) {
    return of(caller, terms, blueprint, () -> writing.writeAll(caller, blueprint, writes));
  }

  /** As {@link EntityDeletion#delete}. */
  public ChangeOutcome<EntityDeletionOutcome> delete(
      Caller caller,
      ChangeTerms terms,
      String blueprint,
      List<String> identifiers,
      boolean withDependents) {
    return of(
        caller,
        terms,
        blueprint,
        () -> deletion.delete(caller, blueprint, identifiers, withDependents));
  }

  private <T> ChangeOutcome<T> of(
      Caller caller, ChangeTerms terms, String blueprint, Supplier<T> change) {
    if (SystemBlueprints.are(blueprint)) {
      return changes.of(caller, terms, change);
    }
    return terms.dryRun()
        ? new ChangeOutcome.NoPreview<>()
        : new ChangeOutcome.Made<>(change.get());
  }
}
