package dev.portcullis.access;

import dev.portcullis.access.AccessReason.Kind;
import dev.portcullis.attribute.CaseFold;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.PortalObject;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.RuleSource;
import dev.portcullis.permission.RunOperation;
import dev.portcullis.permission.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides who may see, run and approve a self-service action (Port rules 24 to 31). First comes the
 * right to the entity that it is about, then who sees the action, then its policy; each can only
 * take away from the one before.
 */
@Component
class ActionDecisions {

  private final ActionPolicyCheck policies;
  private final ActionStrictness strictness;

  ActionDecisions(ActionPolicyCheck policies, ActionStrictness strictness) {
    this.policies = policies;
    this.strictness = strictness;
  }

  /** What a question about an action is about. */
  private record Target(
      AccessSnapshot snapshot,
      AccessSubject subject,
      PortalObject action,
      Ruling ruling,
      Optional<Blueprint> blueprint,
      Optional<Entity> entity,
      DecisionContext context,
      AccessQuestion question) {

    VersionedPermissions document() {
      return ruling.document();
    }

    Resource resource() {
      return new Resource(
          AccessQuestion.ACTION, action.identifier(), entity.map(Entity::owners).orElse(Set.of()));
    }

    PermissionBlock block(RunOperation operation) {
      ActionPermissions permissions = (ActionPermissions) document().permissions();
      return switch (operation) {
        case EXECUTE -> permissions.execute();
        case APPROVE -> permissions.approve();
      };
    }

    RuleSource policySource(RunOperation operation) {
      return new RuleSource(
          document().owner().inWords(), document().version(), operation.actionName() + ".policy");
    }
  }

  /** Decides a question whose subject is known; answers its reasons. */
  AccessAnswer decide(
      AccessSnapshot snapshot,
      AccessSubject subject,
      PortalObject action,
      AccessQuestion question) {
    Optional<Blueprint> blueprint = action.blueprint().flatMap(snapshot::blueprint);
    Target target =
        new Target(
            snapshot,
            subject,
            action,
            snapshot.ruling(PermissionOwner.action(action.identifier())).orElseThrow(),
            blueprint,
            blueprint.flatMap(kind -> entity(snapshot, kind, question)),
            DecisionContexts.of(snapshot, subject, question),
            question);
    return switch (question.action()) {
      case "execute" -> execute(target);
      case "approve" -> approve(target);
      case "read" -> answer(target, lists(target, EntityOperation.READ, Map.of()), List.of());
      default ->
          new AccessAnswer(
              false, List.of(Denials.unknownAction(question.action(), AccessQuestion.ACTION)));
    };
  }

  private static Optional<Entity> entity(
      AccessSnapshot snapshot, Blueprint blueprint, AccessQuestion question) {
    return question
        .claimed()
        .text(ClaimedResource.ENTITY)
        .flatMap(identifier -> snapshot.entity(blueprint, identifier));
  }

  private AccessAnswer execute(Target target) {
    Entity executor = target.context().user();
    return judged(
        target,
        RunOperation.EXECUTE,
        policy ->
            verdict(
                target,
                policy,
                executor,
                values -> values.size() == 1 && Boolean.TRUE.equals(values.getFirst())));
  }

  private AccessAnswer approve(Target target) {
    return judged(
        target,
        RunOperation.APPROVE,
        policy ->
            executor(target)
                .map(executor -> verdict(target, policy, executor, approvers(target)))
                .orElseGet(() ->
                    PolicyVerdict.failed(
                        "looks at who runs the action; say so in `resource.properties.executor`,"
                            + " by e-mail or id")));
  }

  private AccessAnswer judged(
      Target target,
      RunOperation operation,
      Function<Map<String, Object>, PolicyVerdict> evaluation) {
    Optional<AccessAnswer> barred = barred(target);
    if (barred.isPresent()) {
      return barred.get();
    }
    Optional<PolicyVerdict> verdict = target.block(operation).policy().map(evaluation);
    Map<String, Verdict> known =
        verdict
            .map(found -> Map.of(operation.actionName() + ".policy", found.verdict()))
            .orElse(Map.of());
    List<AccessReason> capped =
        verdict.stream()
            .flatMap(found -> found.capped().stream())
            .map(query ->
                AccessReason.of(
                        Kind.POLICY_CAPPED,
                        "Query `%s` found more than %d entities; the rest was left out."
                            .formatted(query, CatalogQueries.MAX_RESULTS))
                    .writtenIn(target.policySource(operation)))
            .toList();
    return answer(target, lists(target, operation, known), capped);
  }

  private PolicyVerdict verdict(
      Target target,
      Map<String, Object> document,
      Entity executor,
      Predicate<List<@Nullable Object>> grants) {
    ActionPolicy policy = ActionPolicyReader.read("policy", document).policy();
    return policies.of(target.context(), policy, input(target, executor), grants);
  }

  /** What is emitted are lists of e-mails; whoever is in one may approve. */
  private static Predicate<List<@Nullable Object>> approvers(Target target) {
    Set<String> handles = target.subject().subject().handles();
    return values ->
        values.stream()
            .filter(List.class::isInstance)
            .flatMap(list -> ((List<?>) list).stream())
            .filter(String.class::isInstance)
            .map(email -> CaseFold.of((String) email))
            .anyMatch(handles::contains);
  }

  private static Optional<Entity> executor(Target target) {
    AccessSnapshot snapshot = target.snapshot();
    return target
        .question()
        .claimed()
        .text(ClaimedResource.EXECUTOR)
        .flatMap(identifier ->
            snapshot.people().subject(identifier)
                    instanceof SubjectOutcome.Found(User user, boolean _)
                ? Optional.of(snapshot.people().userEntity(snapshot.people().person(user)))
                : Optional.empty());
  }

  /** Why the entity that the action is about, or would make, bars everything, if it does. */
  private Optional<AccessAnswer> barred(Target target) {
    String operation = target.action().operation().orElse("");
    Optional<Blueprint> blueprint = target.blueprint();
    if (target.action().blueprint().isPresent() && blueprint.isEmpty()) {
      return Optional.of(denied(Kind.UNKNOWN_RESOURCE, "The action's blueprint is no more."));
    }
    if (blueprint.isEmpty()) {
      return Optional.empty();
    }
    return switch (operation) {
      case "DAY-2" -> onEntity(target, blueprint.get(), EntityOperation.READ);
      case "DELETE" ->
          onEntity(
              target,
              blueprint.get(),
              strictness.strict() ? EntityOperation.UNREGISTER : EntityOperation.READ);
      case "CREATE" ->
          strictness.strict()
              ? lacking(target, blueprint.get(), EntityOperation.REGISTER, "new")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<AccessAnswer> onEntity(
      Target target, Blueprint blueprint, EntityOperation right) {
    return target
        .entity()
        .map(entity -> lacking(target, blueprint, right, entity.identifier()))
        .orElseGet(() ->
            Optional.of(
                denied(
                    Kind.UNKNOWN_RESOURCE,
                    "Say in `resource.properties.entity` which entity of blueprint `%s` the action"
                            .formatted(blueprint.identifier())
                        + " is about; there is none of that identifier.")));
  }

  private Optional<AccessAnswer> lacking(
      Target target, Blueprint blueprint, EntityOperation right, String identifier) {
    EntityDecisions.Decided decided =
        EntityDecisions.decide(
            target.snapshot(),
            target.subject(),
            blueprint,
            target
                .snapshot()
                .ruling(PermissionOwner.blueprint(blueprint.identifier()))
                .orElseThrow(),
            right,
            identifier,
            new ClaimedResource(List.of(), Map.of()),
            target::context,
            target.question().explain());
    return decided.decision().isAllowed()
        ? Optional.empty()
        : Optional.of(
            new AccessAnswer(
                false, Explanation.of(target.subject(), decided.resource(), decided.decision())));
  }

  private static Decision lists(Target target, Action operation, Map<String, Verdict> verdicts) {
    AccessRequest request =
        new AccessRequest(
            target.subject().subject(),
            operation,
            target.resource(),
            target.context().circumstances().with(verdicts));
    return Authorizer.explain(request, target.ruling().compiled().rules());
  }

  /** What jq sees; {@code results} comes to it. */
  private static Map<String, @Nullable Object> input(Target target, Entity executor) {
    Map<String, @Nullable Object> input = new LinkedHashMap<>();
    Map<String, Object> claimed = target.question().claimed().values();
    input.put("inputs", claimed.getOrDefault("inputs", Map.of()));
    input.put("user", EntityFacts.json(target.context().user()));
    input.put("entity", target.entity().map(EntityFacts::json).orElse(null));
    input.put("action", target.action().document());
    input.put(
        "blueprint",
        target
            .blueprint()
            .map(
                kind -> Map.of("identifier", kind.identifier(), "title", kind.definition().title()))
            .orElse(null));
    input.put(
        "trigger",
        Map.of(
            "at",
            target.context().circumstances().now().orElseThrow().toString(),
            "user",
            Map.of("email", executor.identifier(), "identifier", executor.identifier())));
    return input;
  }

  private static AccessAnswer answer(Target target, Decision decision, List<AccessReason> beside) {
    return new AccessAnswer(
        decision.isAllowed(),
        Stream.concat(
                Explanation.of(target.subject(), target.resource(), decision).stream()
                    .filter(ActionDecisions::standsInDocument),
                beside.stream())
            .toList());
  }

  private static boolean standsInDocument(AccessReason reason) {
    return reason.rule().filter(rule -> rule.key().equals(RuleCompiler.ANYBODY)).isEmpty();
  }

  private static AccessAnswer denied(Kind kind, String message) {
    return new AccessAnswer(false, List.of(AccessReason.of(kind, message)));
  }
}
