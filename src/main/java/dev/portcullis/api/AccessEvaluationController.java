package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.AccessAnswer;
import dev.portcullis.access.AccessDecisions;
import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.PersonAccounts;
import dev.portcullis.access.Reach;
import dev.portcullis.organization.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Access evaluation of the AuthZEN Authorization API 1.0. A denial is a 200; whatever cannot be
 * read is a 400, the media type included, so that the body is read here and not by Spring.
 */
@RestController
class AccessEvaluationController {

  private final AccessDecisions decisions;
  private final PersonAccounts accounts;
  private final RequestBodies bodies;

  AccessEvaluationController(
      AccessDecisions decisions, PersonAccounts accounts, RequestBodies bodies) {
    this.decisions = decisions;
    this.accounts = accounts;
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

  @PostMapping("/access/v1/evaluation")
  EvaluationReply evaluate(
      @AuthenticationPrincipal Caller caller,
      @RequestAttribute(RouteRightsInterceptor.REACH) Reach reach,
      HttpServletRequest request)
      throws IOException {
    AccessQuestion question = EvaluationRequest.question(body(request));
    if (!mayAsk(caller, reach, question)) {
      throw RouteRightsInterceptor.beyondReach();
    }
    return EvaluationReply.of(decisions.decide(caller.organizationId(), question));
  }

  /** Who may ask about themselves alone is refused alike for others and for nobody. */
  private boolean mayAsk(Caller caller, Reach reach, AccessQuestion question) {
    return reach instanceof Reach.Everything
        || accounts
            .user(caller.organizationId(), question.subjectId())
            .filter(user -> reach.covers(user.id()))
            .isPresent();
  }

  private JsonNode body(HttpServletRequest request) throws IOException {
    if (!isJson(request.getContentType())) {
      throw unreadable("send the body as `Content-Type: application/json`");
    }
    byte[] body = request.getInputStream().readAllBytes();
    try {
      return bodies.read(JsonNode.class, body);
    } catch (JacksonException e) {
      throw unreadable("the body is not well-formed JSON, repeats a property, or nests too deeply");
    } catch (RequestFault fault) {
      throw unreadable(fault.error().message());
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    try {
      return contentType != null
          && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static RequestFault unreadable(String message) {
    return new RequestFault(new PortError(400, "invalid_request", message));
  }
}
