package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;

/** The doorway to decisions. Each is made on one consistent snapshot; nothing is cached. */
@Component
public class AccessDecisions {

  /** The only kind of subject that there is. */
  private static final String USER = "user";

  private final Memberships memberships;
  private final AccessSubjects subjects;
  private final Catalog catalog;
  private final PortalObjects objects;
  private final PermissionDocuments documents;
  private final EntityDecisions entities;
  private final ActionDecisions actions;
  private final DecisionContexts contexts;

  AccessDecisions(
      Memberships memberships,
      AccessSubjects subjects,
      Catalog catalog,
      PortalObjects objects,
      PermissionDocuments documents,
      EntityDecisions entities,
      ActionDecisions actions,
      DecisionContexts contexts) {
    this.memberships = memberships;
    this.subjects = subjects;
    this.catalog = catalog;
    this.objects = objects;
    this.documents = documents;
    this.entities = entities;
    this.actions = actions;
    this.contexts = contexts;
  }

  /** Decides; whoever or whatever is unknown is denied. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AccessAnswer decide(UUID organizationId, AccessQuestion question) {
    AccessAnswer answer = explained(organizationId, question);
    return question.explain() ? answer : new AccessAnswer(answer.allowed(), List.of());
  }

  private AccessAnswer explained(UUID organizationId, AccessQuestion question) {
    if (!question.subjectType().equals(USER)) {
      return denied(Denials.unknownSubjectType(question.subjectType()));
    }
    return switch (memberships.subject(organizationId, question.subjectId())) {
      case SubjectOutcome.Unknown _ -> denied(Denials.unknownSubject(question.subjectId()));
      case SubjectOutcome.Ambiguous _ -> denied(Denials.ambiguousSubject(question.subjectId()));
      case SubjectOutcome.Found(User user, boolean connectionEnabled) ->
          connectionEnabled
              ? about(user, question)
              : denied(Denials.connectionDisabled(question.subjectId()));
    };
  }

  private AccessAnswer about(User user, AccessQuestion question) {
    UUID organizationId = user.organizationId();
    String id = question.resourceId();
    return switch (question.resourceType()) {
      case AccessQuestion.ACTION ->
          objects
              .find(organizationId, PortalObject.Kind.ACTION, id)
              .map(action -> actions.decide(subjects.of(user), action, question))
              .orElseGet(() -> denied(Denials.unknownObject("action", id)));
      case AccessQuestion.PAGE ->
          documents
              .of(organizationId, PermissionOwner.page(id))
              .map(document -> aboutPage(subjects.of(user), document, question))
              .orElseGet(() -> denied(Denials.unknownObject("page", id)));
      case String blueprint ->
          catalog
              .blueprint(organizationId, blueprint)
              .map(kind -> aboutEntity(user, kind, question))
              .orElseGet(() -> denied(Denials.unknownResource(blueprint)));
    };
  }

  private static AccessAnswer aboutPage(
      AccessSubject subject, VersionedPermissions document, AccessQuestion question) {
    Optional<Action> action =
        Action.parse(question.action())
            .filter(one -> one == EntityOperation.READ || one == EntityOperation.UPDATE);
    if (action.isEmpty()) {
      return denied(Denials.unknownAction(question.action(), AccessQuestion.PAGE));
    }
    Resource resource = new Resource(AccessQuestion.PAGE, question.resourceId(), Set.of());
    AccessRequest request = new AccessRequest(subject.subject(), action.get(), resource);
    Decision decision = Authorizer.explain(request, RuleCompiler.compile(document).rules());
    return new AccessAnswer(decision.isAllowed(), Explanation.of(subject, resource, decision));
  }

  private AccessAnswer aboutEntity(User user, Blueprint blueprint, AccessQuestion question) {
    VersionedPermissions document = documents.of(user.organizationId(), blueprint);
    Optional<Action> action =
        Action.parse(question.action())
            .filter(((BlueprintPermissions) document.permissions())::governs);
    if (action.isEmpty()) {
      return denied(Denials.unknownAction(question.action(), question.resourceType()));
    }
    AccessSubject subject = subjects.of(user);
    EntityDecisions.Judged judged =
        entities.decide(
            subject,
            blueprint,
            document,
            action.get(),
            question.resourceId(),
            question.claimed(),
            () -> contexts.of(subject, question.actionProperties(), question.claimed().values()),
            question.explain());
    return new AccessAnswer(
        judged.decision().isAllowed(),
        question.explain()
            ? Explanation.of(subject, judged.resource(), judged.decision())
            : List.of());
  }

  private static AccessAnswer denied(AccessReason reason) {
    return new AccessAnswer(false, List.of(reason));
  }
}
