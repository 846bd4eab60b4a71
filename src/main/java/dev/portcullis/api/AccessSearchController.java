package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.AccessSearches;
import dev.portcullis.access.Reach;
import dev.portcullis.access.SearchPage;
import dev.portcullis.access.SearchPlace;
import dev.portcullis.organization.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Subject, resource and action search of the AuthZEN Authorization API 1.0. */
@RestController
@RequestMapping("/access/v1/search")
class AccessSearchController {

  private final AccessSearches searches;
  private final AskingRights rights;
  private final AuthzenBodies bodies;

  AccessSearchController(AccessSearches searches, AskingRights rights, AuthzenBodies bodies) {
    this.searches = searches;
    this.rights = rights;
    this.bodies = bodies;
  }

  record SearchReply<T>(List<T> results, PageRepresentation page) {

    static <T> SearchReply<T> of(SearchPage page, SearchToken tokens, Function<String, T> shown) {
      return new SearchReply<>(
          page.found().stream().map(shown).toList(),
          new PageRepresentation(page.next().map(tokens::written).orElse(""), page.found().size()));
    }
  }

  /** An empty token is the end. */
  record PageRepresentation(@JsonProperty("next_token") String nextToken, int count) {}

  record EntityResult(String type, String id) {}

  record ActionResult(String name) {}

  @PostMapping("/subject")
  SearchReply<EntityResult> subjects(
      @AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
    JsonNode body = bodies.read(request);
    AccessQuestion question = EvaluationRequest.subjectSearch(body);
    SearchToken tokens = SearchToken.of(caller.organizationId(), "subject", body);
    SearchPage page = searches.subjects(caller.organizationId(), question, place(body, tokens));
    return SearchReply.of(page, tokens, id -> new EntityResult(question.subjectType(), id));
  }

  @PostMapping("/resource")
  SearchReply<EntityResult> resources(
      @AuthenticationPrincipal Caller caller,
      @RequestAttribute(RouteRightsInterceptor.REACH) Reach reach,
      HttpServletRequest request)
      throws IOException {
    JsonNode body = bodies.read(request);
    AccessQuestion question = EvaluationRequest.resourceSearch(body);
    rights.check(caller, reach, List.of(question));
    SearchToken tokens = SearchToken.of(caller.organizationId(), "resource", body);
    SearchPage page = searches.resources(caller.organizationId(), question, place(body, tokens));
    return SearchReply.of(page, tokens, id -> new EntityResult(question.resourceType(), id));
  }

  @PostMapping("/action")
  SearchReply<ActionResult> actions(
      @AuthenticationPrincipal Caller caller,
      @RequestAttribute(RouteRightsInterceptor.REACH) Reach reach,
      HttpServletRequest request)
      throws IOException {
    JsonNode body = bodies.read(request);
    AccessQuestion question = EvaluationRequest.actionSearch(body);
    rights.check(caller, reach, List.of(question));
    SearchToken tokens = SearchToken.of(caller.organizationId(), "action", body);
    SearchPage page = searches.actions(caller.organizationId(), question, place(body, tokens));
    return SearchReply.of(page, tokens, ActionResult::new);
  }

  private static SearchPlace place(JsonNode body, SearchToken tokens) {
    JsonNode page = EvaluationRequest.optionalObject(body, "", "page");
    return new SearchPlace(token(page).map(tokens::place), limit(page));
  }

  /** More than we give at once is no fault. */
  private static int limit(JsonNode page) {
    JsonNode limit = page.path("limit");
    if (limit.isMissingNode() || limit.isNull()) {
      return SearchPlace.MAX_LIMIT;
    }
    if (!limit.isIntegralNumber() || limit.bigIntegerValue().signum() <= 0) {
      throw EvaluationRequest.unfit("page.limit", "must be a whole number greater than 0");
    }
    return limit.canConvertToInt()
        ? Math.min(limit.intValue(), SearchPlace.MAX_LIMIT)
        : SearchPlace.MAX_LIMIT;
  }

  private static Optional<String> token(JsonNode page) {
    JsonNode token = page.path("token");
    if (token.isMissingNode() || token.isNull()) {
      return Optional.empty();
    }
    if (!token.isString()) {
      throw EvaluationRequest.unfit("page.token", "must be a string");
    }
    return Optional.of(token.stringValue()).filter(text -> !text.isEmpty());
  }
}
