package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Answers questions from what a snapshot has read. Whether a question is asked alone, in a batch or
 * by a search, it is answered here.
 */
@Component
class Answers {

  private final ActionDecisions actions;

  Answers(ActionDecisions actions) {
    this.actions = actions;
  }

  /** The answer; whoever or whatever is unknown is denied. */
  AccessAnswer to(AccessSnapshot snapshot, AccessQuestion question) {
    if (!question.subjectType().equals(AccessQuestion.USER)) {
      return shown(question, denied(Denials.unknownSubjectType(question.subjectType())));
    }
    return switch (snapshot.people().subject(question.subjectId())) {
      case SubjectOutcome.Unknown _ -> toNobody(question);
      case SubjectOutcome.Ambiguous _ ->
          shown(question, denied(Denials.ambiguousSubject(question.subjectId())));
      case SubjectOutcome.Found(User user, boolean connectionEnabled) ->
          to(snapshot, snapshot.people().person(user), connectionEnabled, question);
    };
  }

  /** The answer to a question about somebody whom nobody knows. */
  static AccessAnswer toNobody(AccessQuestion question) {
    return shown(question, denied(Denials.unknownSubject(question.subjectId())));
  }

  /** The answer about somebody who was found already. */
  AccessAnswer to(
      AccessSnapshot snapshot,
      AccessSubject subject,
      boolean connectionEnabled,
      AccessQuestion question) {
    return shown(
        question,
        connectionEnabled
            ? about(snapshot, subject, question)
            : denied(Denials.connectionDisabled(question.subjectId())));
  }

  private static AccessAnswer shown(AccessQuestion question, AccessAnswer answer) {
    return question.explain() ? answer : new AccessAnswer(answer.allowed(), List.of());
  }

  private AccessAnswer about(
      AccessSnapshot snapshot, AccessSubject subject, AccessQuestion question) {
    String id = question.resourceId();
    return switch (question.resourceType()) {
      case AccessQuestion.ACTION ->
          snapshot
              .object(PortalObject.Kind.ACTION, id)
              .map(action -> actions.decide(snapshot, subject, action, question))
              .orElseGet(() -> denied(Denials.unknownObject("action", id)));
      case AccessQuestion.PAGE ->
          snapshot
              .ruling(PermissionOwner.page(id))
              .map(ruling -> aboutPage(subject, ruling, question))
              .orElseGet(() -> denied(Denials.unknownObject("page", id)));
      case String blueprint ->
          snapshot
              .blueprint(blueprint)
              .map(kind -> aboutEntity(snapshot, subject, kind, question))
              .orElseGet(() -> denied(Denials.unknownResource(blueprint)));
    };
  }

  private static AccessAnswer aboutPage(
      AccessSubject subject, Ruling ruling, AccessQuestion question) {
    Optional<Action> action =
        Action.parse(question.action())
            .filter(one -> one == EntityOperation.READ || one == EntityOperation.UPDATE);
    if (action.isEmpty()) {
      return denied(Denials.unknownAction(question.action(), AccessQuestion.PAGE));
    }
    Resource resource = new Resource(AccessQuestion.PAGE, question.resourceId(), Set.of());
    AccessRequest request = new AccessRequest(subject.subject(), action.get(), resource);
    Decision decision = Authorizer.explain(request, ruling.compiled().rules());
    return new AccessAnswer(decision.isAllowed(), Explanation.of(subject, resource, decision));
  }

  private static AccessAnswer aboutEntity(
      AccessSnapshot snapshot,
      AccessSubject subject,
      Blueprint blueprint,
      AccessQuestion question) {
    Ruling ruling =
        snapshot.ruling(PermissionOwner.blueprint(blueprint.identifier())).orElseThrow();
    Optional<Action> action =
        Action.parse(question.action())
            .filter(((BlueprintPermissions) ruling.document().permissions())::governs);
    if (action.isEmpty()) {
      return denied(Denials.unknownAction(question.action(), question.resourceType()));
    }
    EntityDecisions.Decided decided =
        EntityDecisions.decide(
            snapshot,
            subject,
            blueprint,
            ruling,
            action.get(),
            question.resourceId(),
            question.claimed(),
            () -> DecisionContexts.of(snapshot, subject, question),
            question.explain());
    return new AccessAnswer(
        decided.decision().isAllowed(),
        question.explain()
            ? Explanation.of(subject, decided.resource(), decided.decision())
            : List.of());
  }

  private static AccessAnswer denied(AccessReason reason) {
    return new AccessAnswer(false, List.of(reason));
  }
}
