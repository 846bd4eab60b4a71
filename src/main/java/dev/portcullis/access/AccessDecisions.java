package dev.portcullis.access;

import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/**
 * The doorway to decisions. Each call is answered on one consistent snapshot; nothing is cached.
 */
@Component
public class AccessDecisions {

  private final AccessSnapshots snapshots;
  private final Answers answers;

  AccessDecisions(AccessSnapshots snapshots, Answers answers) {
    this.snapshots = snapshots;
    this.answers = answers;
  }

  /** Decides; whoever or whatever is unknown is denied. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AccessAnswer decide(UUID organizationId, AccessQuestion question) {
    return answers.to(snapshots.of(organizationId), question);
  }

  /**
   * Decides about several questions at once, in their order. What they are about is read as sets,
   * so that the statements are as many as there are {@value AccessSnapshot#ENTITIES_AT_ONCE}
   * questions, and not as many as there are questions.
   *
   * @return as many answers as there are items, or fewer where the semantics end it; the last one
   *     is then the one that decided
   */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<AccessAnswer> decideAll(
      UUID organizationId, List<BatchItem> items, BatchSemantics semantics) {
    AccessSnapshot snapshot = snapshots.of(organizationId);
    List<AccessAnswer> given = new ArrayList<>();
    while (given.size() < items.size()) {
      int end = Math.min(items.size(), given.size() + AccessSnapshot.ENTITIES_AT_ONCE);
      List<BatchItem> some = items.subList(given.size(), end);
      new Expectations(snapshot).of(questions(some));
      for (BatchItem item : some) {
        AccessAnswer answer = answer(snapshot, item);
        given.add(answer);
        if (semantics.endsWith(answer.allowed())) {
          return given;
        }
      }
      snapshot.forgetEntities();
    }
    return given;
  }

  private AccessAnswer answer(AccessSnapshot snapshot, BatchItem item) {
    return switch (item) {
      case BatchItem.Asked(AccessQuestion question) -> answers.to(snapshot, question);
      case BatchItem.Faulty(String problem) ->
          new AccessAnswer(false, List.of(Denials.invalidQuestion(problem)));
    };
  }

  private static List<AccessQuestion> questions(List<BatchItem> items) {
    List<AccessQuestion> questions = new ArrayList<>();
    for (BatchItem item : items) {
      if (item instanceof BatchItem.Asked(AccessQuestion question)) {
        questions.add(question);
      }
    }
    return questions;
  }
}
