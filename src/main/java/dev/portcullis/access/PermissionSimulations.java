package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/**
 * The doorway to what somebody might do if a permission document were otherwise. Answers are those
 * that {@link AccessDecisions} would give if it were stored; nothing is.
 *
 * <p>Whoever is no Admin may ask about themselves and the people whom they may read. Anybody else
 * is answered as if there were no such person: a policy that is only tried would tell, yes or no,
 * what that person is like.
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
      Caller caller, PermissionOwner owner, PermissionsPatch patch, AccessQuestion question) {
    return under(caller, owner, patch, question, asked -> Simulation.of(asked.about(question)));
  }

  /** Answers a question about every stored entity of a blueprint, whatever it names. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public SimulationOutcome all(
      Caller caller, PermissionOwner owner, PermissionsPatch patch, AccessQuestion question) {
    return under(
        caller,
        owner,
        patch,
        question,
        asked ->
            new Run(asked, question)
                .over(asked.snapshot().blueprint(owner.identifier()).orElseThrow())
                .simulation());
  }

  private SimulationOutcome under(
      Caller caller,
      PermissionOwner owner,
      PermissionsPatch patch,
      AccessQuestion question,
      Function<Asked, Simulation> asking) {
    return switch (snapshots.documents.draft(caller, owner, patch)) {
      case PermissionDocuments.Draft.Refused(PermissionsOutcome why) ->
          new SimulationOutcome.Refused(why);
      case PermissionDocuments.Draft.Written(var before, var after, List<String> warnings) -> {
        AccessSnapshot snapshot = snapshots.of(caller.organizationId());
        // Whom the caller may know of is a matter of the documents that are in force.
        boolean isKnown = knows(snapshot, caller, question);
        snapshot.forgetEntities();
        assume(snapshot, before, after);
        yield new SimulationOutcome.Answered(
            asking.apply(new Asked(snapshot, isKnown)).warning(warnings));
      }
    };
  }

  /** Whether the caller may know of whom the question is about. */
  private static boolean knows(AccessSnapshot snapshot, Caller caller, AccessQuestion question) {
    EntityRights rights = EntityRights.of(snapshot, caller);
    return rights.areAdmins()
        || isThemselves(snapshot, rights, question)
        || rights.knows(new Node(SystemBlueprints.USER, question.subjectId()));
  }

  private static boolean isThemselves(
      AccessSnapshot snapshot, EntityRights rights, AccessQuestion question) {
    return snapshot.people().subject(question.subjectId())
            instanceof SubjectOutcome.Found(User user, boolean _)
        && rights.person().filter(self -> self.user().id().equals(user.id())).isPresent();
  }

  private static void assume(
      AccessSnapshot snapshot, VersionedPermissions before, PermissionDocument after) {
    if (!after.equals(before.permissions())) {
      snapshot.assume(new VersionedPermissions(before.owner(), before.version() + 1, after));
    }
  }

  /** A world to ask in; whoever the caller may not know of is nobody there. */
  private final class Asked {

    private final AccessSnapshot snapshot;
    private final boolean isKnown;

    Asked(AccessSnapshot snapshot, boolean isKnown) {
      this.snapshot = snapshot;
      this.isKnown = isKnown;
    }

    AccessSnapshot snapshot() {
      return snapshot;
    }

    AccessAnswer about(AccessQuestion question) {
      return isKnown ? answers.to(snapshot, question) : Answers.toNobody(question);
    }
  }

  /** One question about many entities. */
  private final class Run {

    private final Asked asked;
    private final AccessSnapshot snapshot;
    private final AccessQuestion question;
    private final List<Simulation.EntityAnswer> given = new ArrayList<>();
    private boolean complete = true;

    Run(Asked asked, AccessQuestion question) {
      this.asked = asked;
      this.snapshot = asked.snapshot();
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
        AccessAnswer answer = asked.about(question.on(entity.identifier()));
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
