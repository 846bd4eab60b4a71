package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/**
 * The doorway to what somebody might do if a permission document were otherwise. Answers are those
 * that {@link AccessDecisions} would give if it were stored; nothing is.
 */
@Component
public class PermissionSimulations {

  private final AccessSnapshots snapshots;
  private final Answers answers;

  PermissionSimulations(AccessSnapshots snapshots, Answers answers) {
    this.snapshots = snapshots;
    this.answers = answers;
  }

  /**
   * Answers a question about one resource.
   *
   * @param owner of the document that is to be otherwise
   * @param patch what to change in it; nothing where the document in force is meant
   */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public SimulationOutcome one(
      UUID organizationId, PermissionOwner owner, PermissionsPatch patch, AccessQuestion question) {
    return under(
        organizationId, owner, patch, snapshot -> Simulation.of(answers.to(snapshot, question)));
  }

  /** Answers a question about every stored entity of a blueprint, whatever it names. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public SimulationOutcome all(
      UUID organizationId, PermissionOwner owner, PermissionsPatch patch, AccessQuestion question) {
    return under(
        organizationId,
        owner,
        patch,
        snapshot ->
            new Run(snapshot, question)
                .over(snapshot.blueprint(owner.identifier()).orElseThrow())
                .simulation());
  }

  private SimulationOutcome under(
      UUID organizationId,
      PermissionOwner owner,
      PermissionsPatch patch,
      Function<AccessSnapshot, Simulation> asking) {
    return switch (snapshots.documents.draft(organizationId, owner, patch)) {
      case PermissionDocuments.Draft.Refused(PermissionsOutcome why) ->
          new SimulationOutcome.Refused(why);
      case PermissionDocuments.Draft.Written(var before, var after, List<String> warnings) -> {
        AccessSnapshot snapshot = snapshots.of(organizationId);
        assume(snapshot, before, after);
        yield new SimulationOutcome.Answered(asking.apply(snapshot).warning(warnings));
      }
    };
  }

  private static void assume(
      AccessSnapshot snapshot, VersionedPermissions before, PermissionDocument after) {
    if (!after.equals(before.permissions())) {
      snapshot.assume(new VersionedPermissions(before.owner(), before.version() + 1, after));
    }
  }

  /** One question about many entities. */
  private final class Run {

    private final AccessSnapshot snapshot;
    private final AccessQuestion question;
    private final List<Simulation.EntityAnswer> given = new ArrayList<>();
    private boolean complete = true;

    Run(AccessSnapshot snapshot, AccessQuestion question) {
      this.snapshot = snapshot;
      this.question = question;
    }

    Run over(Blueprint kind) {
      CatalogScan scan =
          new CatalogScan(snapshots.catalog, snapshot.organizationId(), Simulation.MOST_LOOKED_AT);
      complete = scan.<Boolean>of(kind, CatalogScan.START, some -> take(kind, some)).isEmpty();
      return this;
    }

    /** Answers with something if there are more than may be looked at. */
    private Optional<Boolean> take(Blueprint kind, List<Entity> some) {
      some.forEach(snapshot::know);
      new Expectations(snapshot)
          .reach(
              Map.of(
                  kind,
                  some.stream().map(Entity::identifier).collect(Collectors.toUnmodifiableSet())));
      for (Entity entity : some) {
        if (given.size() == Simulation.MOST_LOOKED_AT) {
          return Optional.of(true);
        }
        AccessAnswer answer = answers.to(snapshot, question.on(entity.identifier()));
        given.add(
            new Simulation.EntityAnswer(
                entity.identifier(), answer.allowed(), answer.reasons().stream().findFirst()));
      }
      snapshot.forgetEntities();
      return Optional.empty();
    }

    Simulation simulation() {
      return Simulation.of(given, complete);
    }
  }
}
