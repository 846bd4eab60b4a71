package dev.portcullis.api;

import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.ClaimedResource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads an evaluation request of the AuthZEN Authorization API 1.0. Unknown fields are ignored;
 * what is missing or of a wrong type is a 400, as that specification wants it.
 */
final class EvaluationRequest {

  private static final int MAX_TEXT = 2_000;
  private static final int MAX_TEAMS = 1_000;

  private EvaluationRequest() {}

  static AccessQuestion question(JsonNode body) {
    JsonNode subject = object(body, "", "subject");
    JsonNode action = object(body, "", "action");
    JsonNode resource = object(body, "", "resource");
    optionalObject(subject, "subject.", "properties");
    return new AccessQuestion(
        text(subject, "subject.", "type"),
        text(subject, "subject.", "id"),
        text(action, "action.", "name"),
        values("action.properties", optionalObject(action, "action.", "properties")),
        text(resource, "resource.", "type"),
        text(resource, "resource.", "id"),
        claimed(optionalObject(resource, "resource.", "properties")),
        explain(optionalObject(body, "", "context")));
  }

  private static ClaimedResource claimed(JsonNode properties) {
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
  private static JsonNode optionalObject(JsonNode parent, String prefix, String name) {
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

  private static RequestFault unfit(String field, String problem) {
    return new RequestFault(
        new PortError(
            400, "invalid_request", "`" + field + "` " + problem, Map.of("field", field)));
  }
}
