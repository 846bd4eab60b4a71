package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.AccessAnswer;
import dev.portcullis.access.AccessDecisions;
import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.BatchItem;
import dev.portcullis.access.Reach;
import dev.portcullis.organization.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Access evaluation of the AuthZEN Authorization API 1.0, of one question and of several. A denial
 * is a 200; whatever cannot be read is a 400.
 */
@RestController
class AccessEvaluationController {

  private final AccessDecisions decisions;
  private final AskingRights rights;
  private final AuthzenBodies bodies;

  AccessEvaluationController(AccessDecisions decisions, AskingRights rights, AuthzenBodies bodies) {
    this.decisions = decisions;
    this.rights = rights;
    this.bodies = bodies;
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record EvaluationReply(boolean decision, Optional<ContextRepresentation> context) {

    static EvaluationReply of(AccessAnswer answer) {
      List<AccessReasonRepresentation> reasons =
          answer.reasons().stream().map(AccessReasonRepresentation::of).toList();
      return new EvaluationReply(
          answer.allowed(),
          Optional.of(new ContextRepresentation(reasons)).filter(_ -> !reasons.isEmpty()));
    }
  }

  record ContextRepresentation(List<AccessReasonRepresentation> reasons) {}

  record EvaluationsReply(List<EvaluationReply> evaluations) {}

  @PostMapping("/access/v1/evaluation")
  EvaluationReply evaluate(
      @AuthenticationPrincipal Caller caller,
      @RequestAttribute(RouteRightsInterceptor.REACH) Reach reach,
      HttpServletRequest request)
      throws IOException {
    return evaluate(caller, reach, bodies.read(request));
  }

  private EvaluationReply evaluate(Caller caller, Reach reach, JsonNode body) {
    AccessQuestion question = EvaluationRequest.question(body);
    rights.check(caller, reach, List.of(question));
    return EvaluationReply.of(decisions.decide(caller.organizationId(), question));
  }

  /** Without a list of evaluations it is a single one, and is answered as such. */
  @PostMapping("/access/v1/evaluations")
  Object evaluateAll(
      @AuthenticationPrincipal Caller caller,
      @RequestAttribute(RouteRightsInterceptor.REACH) Reach reach,
      HttpServletRequest request)
      throws IOException {
    JsonNode body = bodies.read(request);
    EvaluationsRequest batch = EvaluationsRequest.of(body);
    if (batch.items().isEmpty()) {
      return evaluate(caller, reach, body);
    }
    rights.check(
        caller,
        reach,
        batch.items().stream().flatMap(AccessEvaluationController::question).toList());
    return new EvaluationsReply(
        decisions.decideAll(caller.organizationId(), batch.items(), batch.semantics()).stream()
            .map(EvaluationReply::of)
            .toList());
  }

  private static Stream<AccessQuestion> question(BatchItem item) {
    return switch (item) {
      case BatchItem.Asked(AccessQuestion question) -> Stream.of(question);
      case BatchItem.Faulty _ -> Stream.empty();
    };
  }
}
