package dev.portcullis.scim;

import dev.portcullis.scim.message.BulkOperation;
import dev.portcullis.scim.message.Excerpt;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Operations that refer to each other in a circle (RFC 7644 §3.7.1). Each resource is made with
 * what is there by then; once all are there, those that lack something are completed.
 */
final class BulkCircle {

  private final List<BulkOperation> operations;
  private final BulkTargets targets;
  private final Function<BulkOperation, BulkResult> perform;
  private final UnaryOperator<BulkResult> complete;
  private BulkOperation current;
  private boolean completing;

  BulkCircle(
      List<BulkOperation> operations,
      BulkTargets targets,
      Function<BulkOperation, BulkResult> perform,
      UnaryOperator<BulkResult> complete) {
    this.operations = operations;
    this.targets = targets;
    this.perform = perform;
    this.complete = complete;
    this.current = operations.getFirst();
  }

  /** The operation that was done last, or failed. */
  BulkOperation current() {
    return current;
  }

  void requireTargets() {
    Set<String> toBeMade =
        operations.stream().flatMap(maker -> maker.bulkId().stream()).collect(Collectors.toSet());
    for (BulkOperation operation : operations) {
      current = operation;
      targets.require(operation, toBeMade);
    }
  }

  /** Does all of them, from the beginning wherever an earlier run has got to. */
  List<BulkResult> run() {
    targets.forget(operations);
    completing = false;
    List<BulkResult> results = new ArrayList<>();
    List<Integer> incomplete = new ArrayList<>();
    for (BulkOperation operation : operations) {
      current = operation;
      if (!targets.hasAllOf(operation)) {
        incomplete.add(results.size());
      }
      results.add(perform.apply(operation));
    }
    completing = true;
    for (int place : incomplete) {
      current = operations.get(place);
      results.set(place, complete.apply(results.get(place)));
    }
    return results;
  }

  /** How the operation ends at which the others failed. */
  ScimFault ofCulprit(ScimFault fault) {
    return completing && fault.status() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        ? ScimFault.of(
            HttpServletResponse.SC_CONFLICT,
            "`bulkId:"
                + Excerpt.of(current.bulkId().orElse(""))
                + "` could not be completed with what it refers to: "
                + fault.detail())
        : fault;
  }

  /** How the others end. */
  static ScimFault ofOthers(BulkOperation culprit) {
    return ScimFault.of(
        HttpServletResponse.SC_CONFLICT,
        "this refers, in a circle, to `bulkId:"
            + Excerpt.of(culprit.bulkId().orElse(""))
            + "`, which operation "
            + culprit.number()
            + " should have made, but it failed: nothing of the circle was made");
  }
}
