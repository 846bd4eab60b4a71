package dev.portcullis.api;

import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.ClaimedResource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads a question of the AuthZEN Authorization API 1.0. Unknown fields are ignored; what is
 * missing or of a wrong type is a 400, as that specification wants it.
 */
final class EvaluationRequest {

  private static final int MAX_TEXT = 2_000;
  private static final int MAX_TEAMS = 1_000;

  /** What a search asks in the place of what it searches. */
  private static final String ANY = "any";

  private final JsonNode body;

  private EvaluationRequest(JsonNode body) {
    this.body = body;
  }

  /** May this subject do this with that resource? */
  static AccessQuestion question(JsonNode body) {
    EvaluationRequest request = new EvaluationRequest(body);
    return request.question(
        text(request.subject(), "subject.", "id"),
        request.action(),
        text(request.resource(), "resource.", "id"));
  }

  /** Who may do this? Whatever {@code id} the subject has is ignored. */
  static AccessQuestion subjectSearch(JsonNode body) {
    EvaluationRequest request = new EvaluationRequest(body);
    return request.question(ANY, request.action(), text(request.resource(), "resource.", "id"));
  }

  /** With what may the subject do this? Whatever {@code id} the resource has is ignored. */
  static AccessQuestion resourceSearch(JsonNode body) {
    EvaluationRequest request = new EvaluationRequest(body);
    return request.question(text(request.subject(), "subject.", "id"), request.action(), ANY);
  }

  /** What may the subject do with this? Whatever action there is is ignored. */
  static AccessQuestion actionSearch(JsonNode body) {
    EvaluationRequest request = new EvaluationRequest(body);
    return new AccessQuestion(
        text(request.subject(), "subject.", "type"),
        text(request.subject(), "subject.", "id"),
        request.subjectProperties(),
        ANY,
        Map.of(),
        text(request.resource(), "resource.", "type"),
        text(request.resource(), "resource.", "id"),
        request.claimed(),
        explain(optionalObject(body, "", "context")));
  }

  private AccessQuestion question(String subjectId, JsonNode action, String resourceId) {
    return new AccessQuestion(
        text(subject(), "subject.", "type"),
        subjectId,
        subjectProperties(),
        text(action, "action.", "name"),
        values("action.properties", optionalObject(action, "action.", "properties")),
        text(resource(), "resource.", "type"),
        resourceId,
        claimed(),
        explain(optionalObject(body, "", "context")));
  }

  private JsonNode subject() {
    return object(body, "", "subject");
  }

  private JsonNode action() {
    return object(body, "", "action");
  }

  private JsonNode resource() {
    return object(body, "", "resource");
  }

  private Map<String, Object> subjectProperties() {
    return values("subject.properties", optionalObject(subject(), "subject.", "properties"));
  }

  private ClaimedResource claimed() {
    JsonNode properties = optionalObject(resource(), "resource.", "properties");
    Map<String, Object> values = values("resource.properties", properties);
    values.remove("team");
    return new ClaimedResource(teams(properties.path("team")), values);
  }

  private static Map<String, Object> values(String field, JsonNode properties) {
    Map<String, Object> values = JsonTrees.present(properties);
    if (!JsonTrees.isFinite(values)) {
      throw unfit(field, "holds a number that is too large");
    }
    return values;
  }

  private static List<String> teams(JsonNode team) {
    if (team.isMissingNode() || team.isNull()) {
      return List.of();
    }
    List<JsonNode> values = team.isArray() ? List.copyOf(team.values()) : List.of(team);
    if (values.size() > MAX_TEAMS || !values.stream().allMatch(JsonNode::isString)) {
      throw unfit("resource.properties.team", "must be a string or a list of at most 1000 strings");
    }
    return values.stream().map(JsonNode::stringValue).toList();
  }

  private static boolean explain(JsonNode context) {
    JsonNode explain = context.path("explain");
    if (explain.isMissingNode() || explain.isNull()) {
      return false;
    }
    if (!explain.isBoolean()) {
      throw unfit("context.explain", "must be true or false");
    }
    return explain.booleanValue();
  }

  private static JsonNode object(JsonNode parent, String prefix, String name) {
    JsonNode value = parent.path(name);
    if (!value.isObject()) {
      throw unfit(prefix + name, "must be an object");
    }
    return value;
  }

  /** The object, or a missing node. */
  static JsonNode optionalObject(JsonNode parent, String prefix, String name) {
    JsonNode value = parent.path(name);
    if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
      throw unfit(prefix + name, "must be an object");
    }
    return value;
  }

  private static String text(JsonNode parent, String prefix, String name) {
    JsonNode value = parent.path(name);
    if (!value.isString()
        || value.stringValue().isBlank()
        || value.stringValue().length() > MAX_TEXT) {
      throw unfit(prefix + name, "must be a string of 1 to " + MAX_TEXT + " characters");
    }
    return value.stringValue();
  }

  static RequestFault unfit(String field, String problem) {
    return new RequestFault(
        new PortError(
            400, "invalid_request", "`" + field + "` " + problem, Map.of("field", field)));
  }
}
