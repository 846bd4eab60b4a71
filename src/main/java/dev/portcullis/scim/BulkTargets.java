package dev.portcullis.scim;

import dev.portcullis.scim.bulk.BulkPlan;
import dev.portcullis.scim.bulk.BulkReferences;
import dev.portcullis.scim.message.BulkOperation;
import dev.portcullis.scim.message.Excerpt;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the operations of a bulk request refer to, and what of it there is by now. */
final class BulkTargets {

  private final List<BulkOperation> operations;
  private final List<Set<String>> references;
  private final Map<String, Integer> makers = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();

  BulkTargets(List<BulkOperation> operations) {
    this.operations = operations;
    this.references = operations.stream().map(BulkReferences::in).toList();
    operations.stream()
        .filter(BulkOperation::makesResource)
        .forEach(
            maker -> maker.bulkId().ifPresent(bulkId -> makers.put(bulkId, maker.number() - 1)));
  }

  BulkPlan plan() {
    return BulkPlan.of(
        operations.stream()
            .map(operation ->
                references(operation).stream()
                    .filter(makers::containsKey)
                    .map(makers::get)
                    .toList())
            .toList());
  }

  private Set<String> references(BulkOperation operation) {
    return references.get(operation.number() - 1);
  }

  /**
   * Sees to it that everything is there that an operation refers to.
   *
   * @param toBeMade the bulk ids of what is made together with it
   * @throws ScimFault 409 that names the bulk id (RFC 7644 §3.7.1)
   */
  void require(BulkOperation operation, Set<String> toBeMade) {
    for (String bulkId : references(operation)) {
      if (!ids.containsKey(bulkId) && !toBeMade.contains(bulkId)) {
        throw missing(bulkId);
      }
    }
  }

  private ScimFault missing(String bulkId) {
    String reason =
        Optional.ofNullable(makers.get(bulkId))
            .map(maker -> "operation " + (maker + 1) + " should have made, but it failed")
            .orElse("no operation of this request makes: give it as the `bulkId` of a POST");
    return ScimFault.of(
        HttpServletResponse.SC_CONFLICT,
        "this refers to `bulkId:" + Excerpt.of(bulkId) + "`, which " + reason);
  }

  /** Whether an operation can be done as a whole, with all that it refers to. */
  boolean hasAllOf(BulkOperation operation) {
    return ids.keySet().containsAll(references(operation));
  }

  /** Remembers what an operation made; the id is the end of its address. */
  void made(BulkOperation operation, String location) {
    if (operation.makesResource()) {
      String id = location.substring(location.lastIndexOf('/') + 1);
      operation.bulkId().ifPresent(bulkId -> ids.put(bulkId, id));
    }
  }

  /** Takes back what was made in a transaction that did not hold. */
  void forget(Collection<BulkOperation> unmade) {
    unmade.forEach(operation -> operation.bulkId().ifPresent(ids::remove));
  }

  /** The id of what an operation made. */
  String id(BulkOperation operation) {
    return operation.bulkId().map(ids::get).orElseThrow();
  }

  /** The path without references; they must be there. */
  String path(BulkOperation operation) {
    return BulkReferences.resolved(operation.path(), ids);
  }

  /** The data without references; what refers to something that is not there yet is left out. */
  JsonNode data(BulkOperation operation) {
    return BulkReferences.resolved(operation.data(), ids).orElseGet(MissingNode::getInstance);
  }

  /** Where an operation went, if that can be said; nowhere where it should have made something. */
  Optional<String> location(BulkOperation operation, ResourceLocations locations) {
    if (operation.makesResource() || !hasAllOf(operation)) {
      return Optional.empty();
    }
    try {
      return BulkTarget.of(path(operation)).location(locations);
    } catch (ScimFault nowhere) {
      return Optional.empty();
    }
  }
}
