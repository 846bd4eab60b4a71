package dev.portcullis.api;

import dev.portcullis.access.BatchItem;
import dev.portcullis.access.BatchSemantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads several questions of the AuthZEN Authorization API 1.0. What an item leaves out it inherits
 * whole from the request; of what it does name only a missing {@code type}, {@code id} or {@code
 * name} is inherited. A faulty item is no fault of the request.
 *
 * @param items empty if the request is a single question
 */
record EvaluationsRequest(List<BatchItem> items, BatchSemantics semantics) {

  /** The most questions of one request. */
  static final int MAX_EVALUATIONS = 1_000;

  private static final List<String> ENTITIES = List.of("subject", "action", "resource", "context");

  /** What an entity cannot be without. */
  private static final List<String> REQUIRED = List.of("type", "id", "name");

  static EvaluationsRequest of(JsonNode body) {
    JsonNode evaluations = body.path("evaluations");
    boolean isSingle = evaluations.isMissingNode() || evaluations.isNull();
    if (!isSingle && !evaluations.isArray()) {
      throw EvaluationRequest.unfit("evaluations", "must be a list");
    }
    if (evaluations.size() > MAX_EVALUATIONS) {
      throw EvaluationRequest.unfit(
          "evaluations", "must have at most %d elements".formatted(MAX_EVALUATIONS));
    }
    ENTITIES.forEach(entity -> EvaluationRequest.optionalObject(body, "", entity));
    BatchSemantics semantics = semantics(EvaluationRequest.optionalObject(body, "", "options"));
    List<BatchItem> items = new ArrayList<>();
    evaluations.forEach(evaluation -> items.add(item(body, evaluation)));
    return new EvaluationsRequest(items, semantics);
  }

  private static BatchSemantics semantics(JsonNode options) {
    JsonNode name = options.path("evaluations_semantic");
    if (name.isMissingNode() || name.isNull()) {
      return BatchSemantics.EXECUTE_ALL;
    }
    return Optional.of(name)
        .filter(JsonNode::isString)
        .flatMap(text -> BatchSemantics.named(text.stringValue()))
        .orElseThrow(() ->
            EvaluationRequest.unfit(
                "options.evaluations_semantic",
                "must be `execute_all`, `deny_on_first_deny` or `permit_on_first_permit`"));
  }

  private static BatchItem item(JsonNode defaults, JsonNode evaluation) {
    if (!evaluation.isObject()) {
      return new BatchItem.Faulty("it must be an object");
    }
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    for (String entity : ENTITIES) {
      JsonNode inherited = defaults.path(entity);
      JsonNode own = evaluation.path(entity);
      if (!own.isMissingNode()) {
        whole.set(entity, entity.equals("context") ? own : completed(own, inherited));
      } else if (!inherited.isMissingNode()) {
        whole.set(entity, inherited);
      }
    }
    try {
      return new BatchItem.Asked(EvaluationRequest.question(whole));
    } catch (RequestFault fault) {
      return new BatchItem.Faulty(fault.error().message());
    }
  }

  private static JsonNode completed(JsonNode own, JsonNode inherited) {
    if (!own.isObject()) {
      return own;
    }
    ObjectNode completed = ((ObjectNode) own).deepCopy();
    for (String field : REQUIRED) {
      if (!own.has(field) && inherited.has(field)) {
        completed.set(field, inherited.path(field));
      }
    }
    return completed;
  }
}
