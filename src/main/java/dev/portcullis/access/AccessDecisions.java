package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.TeamBinding;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final TeamBinding teams;
  private final PermissionDocuments documents;

  AccessDecisions(
      Memberships memberships,
      AccessSubjects subjects,
      Catalog catalog,
      TeamBinding teams,
      PermissionDocuments documents) {
    this.memberships = memberships;
    this.subjects = subjects;
    this.catalog = catalog;
    this.teams = teams;
    this.documents = documents;
  }

  /** Decides; whoever or whatever is unknown is denied. */
  @OneTransaction(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AccessAnswer decide(UUID organizationId, AccessQuestion question) {
    if (!question.subjectType().equals(USER)) {
      return denied(question, Denials.unknownSubjectType(question.subjectType()));
    }
    return switch (memberships.subject(organizationId, question.subjectId())) {
      case SubjectOutcome.Unknown _ ->
          denied(question, Denials.unknownSubject(question.subjectId()));
      case SubjectOutcome.Ambiguous _ ->
          denied(question, Denials.ambiguousSubject(question.subjectId()));
      case SubjectOutcome.Found(User user, boolean connectionEnabled) ->
          connectionEnabled
              ? about(user, question)
              : denied(question, Denials.connectionDisabled(question.subjectId()));
    };
  }

  private AccessAnswer about(User user, AccessQuestion question) {
    Optional<Blueprint> blueprint =
        catalog.blueprint(user.organizationId(), question.resourceType());
    if (blueprint.isEmpty()) {
      return denied(question, Denials.unknownResource(question.resourceType()));
    }
    VersionedPermissions document = documents.of(user.organizationId(), blueprint.get());
    Optional<Action> action =
        Action.parse(question.action()).filter(document.permissions()::governs);
    if (action.isEmpty()) {
      return denied(question, Denials.unknownAction(question.action(), question.resourceType()));
    }
    AccessSubject subject = subjects.of(user);
    Resource resource = resource(user.organizationId(), question);
    Decision decision =
        EntityDecision.of(
            new AccessRequest(subject.subject(), action.get(), resource),
            RuleCompiler.compile(document),
            blueprint.get().definition(),
            question.claimed(),
            question.explain());
    return new AccessAnswer(
        decision.isAllowed(),
        question.explain() ? Explanation.of(subject, resource, decision) : List.of());
  }

  /** What is stored wins over what the question claims. */
  private Resource resource(UUID organizationId, AccessQuestion question) {
    Set<String> owners =
        catalog
            .entity(organizationId, question.resourceType(), question.resourceId())
            .map(Entity::owners)
            .orElseGet(() -> claimedOwners(organizationId, question.claimed()));
    return new Resource(question.resourceType(), question.resourceId(), owners);
  }

  private Set<String> claimedOwners(UUID organizationId, ClaimedResource claimed) {
    return claimed.teams().stream()
        .flatMap(team -> teams.bind(organizationId, team).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static AccessAnswer denied(AccessQuestion question, AccessReason reason) {
    return new AccessAnswer(false, question.explain() ? List.of(reason) : List.of());
  }
}
