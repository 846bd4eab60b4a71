package dev.portcullis.api;

import dev.portcullis.access.EntityQuery;
import dev.portcullis.organization.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a search of one blueprint.
 *
 * @param limit 1 to 1,000
 * @param after where the part before ended, as the server knows it
 */
record EntitySearchRequest(
    Optional<EntityQuery.Rules> rules,
    ShownFields fields,
    int limit,
    Optional<String> after,
    SearchToken token) {

  private static final int MAX_LIMIT = 1_000;
  private static final int DEFAULT_LIMIT = 200;
  private static final Set<String> KNOWN = Set.of("query", "include", "exclude", "limit", "from");

  static EntitySearchRequest of(Caller caller, String blueprint, JsonNode body) {
    if (!body.isObject()) {
      throw RequestFault.invalid("the body must be a JSON object");
    }
    for (String name : body.propertyNames()) {
      if (!KNOWN.contains(name)) {
        throw RequestFault.invalid(
            name,
            "`%s` is not a property here; rules go into `query`, and there are `include`, `exclude`, `limit` and `from`"
                .formatted(name));
      }
    }
    SearchToken token = SearchToken.ofEntities(caller.organizationId(), blueprint, query(body));
    JsonNode from = body.path("from");
    if (!(from.isMissingNode() || from.isNull() || from.isString())) {
      throw RequestFault.invalid("from", "`from` must be the `next` of an earlier part");
    }
    String sent = from.asString("");
    return new EntitySearchRequest(
        query(body).isMissingNode()
            ? Optional.empty()
            : Optional.of(new EntityQuery.Rules("query", JsonTrees.of(query(body)), true)),
        ShownFields.of(texts(body, "include"), texts(body, "exclude")),
        limit(body.path("limit")),
        sent.isEmpty()
            ? Optional.empty()
            : Optional.of(
                token
                    .read(sent)
                    .orElseThrow(() ->
                        RequestFault.invalid(
                            "from",
                            "`from` must be the `next` of an earlier part of the same search"))),
        token);
  }

  private static JsonNode query(JsonNode body) {
    JsonNode query = body.path("query");
    return query.isNull() ? JsonMapper.shared().missingNode() : query;
  }

  private static int limit(JsonNode limit) {
    if (limit.isMissingNode() || limit.isNull()) {
      return DEFAULT_LIMIT;
    }
    if (!limit.isInt() || limit.intValue() < 1 || limit.intValue() > MAX_LIMIT) {
      throw RequestFault.invalid("limit", "`limit` must be a number from 1 to " + MAX_LIMIT);
    }
    return limit.intValue();
  }

  private static List<String> texts(JsonNode body, String field) {
    JsonNode list = body.path(field);
    List<String> texts = new ArrayList<>();
    if (list.isMissingNode() || list.isNull()) {
      return texts;
    }
    if (!list.isArray()) {
      throw RequestFault.invalid(field, "`" + field + "` must be a list of names");
    }
    for (JsonNode one : list) {
      if (!one.isString()) {
        throw RequestFault.invalid(field, "`" + field + "` must be a list of names");
      }
      texts.add(one.stringValue());
    }
    return texts;
  }

  /** A place as clients are told it. */
  String written(String place) {
    return token.written(place);
  }
}
